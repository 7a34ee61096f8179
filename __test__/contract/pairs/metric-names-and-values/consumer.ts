import { record } from "./surface";
record("lcp", 1); record("route", "/", { a: "b" });
