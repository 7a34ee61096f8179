import { search } from "./surface";
export const found = search({ filter: { range: { min: 1, max: null } } });
