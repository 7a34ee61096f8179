import { metric, type Labels } from "./surface";
const l: Labels = { a: "b" }; metric("x", l); metric("y", { host: "z" }); metric("z");
