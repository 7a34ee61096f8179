import { builder } from "./surface";
const b = builder().with("a", 1).with("b", "x");
export const n: number = b.values.a + b.values.b.length; export const r = b.build()["a"];
