import { search } from "./surface";
export const found: string[] = search({ filter: { range: { min: 1, max: 5 } } });
