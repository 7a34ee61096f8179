import { label } from "./surface";
label({ a: 1 }, { a: "A", title: "T" });
