import { post } from "./surface";
post("/", { a: [1, null, { b: "x" }] });
