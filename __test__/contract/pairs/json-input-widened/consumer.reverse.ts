import { post } from "./surface";
post("/", { a: undefined });
