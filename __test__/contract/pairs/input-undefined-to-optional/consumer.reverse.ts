import { search } from "./surface";
export const r = search({ term: "x" });
