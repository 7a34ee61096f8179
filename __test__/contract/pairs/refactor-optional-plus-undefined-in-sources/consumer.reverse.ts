import { draft, titleOf, type Draft } from "./surface";
const d: Draft = draft("x"); titleOf(null); titleOf(d);
export const e = draft("y", undefined).body?.length;
