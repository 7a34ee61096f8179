import { from, type Query } from "./surface";
const q: Query = from("users").where("a", 1).limit(2); export const r = q.run(); from("x").page(1);
