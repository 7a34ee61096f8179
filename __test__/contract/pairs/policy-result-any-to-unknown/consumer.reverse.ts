import { fetchAll } from "./surface";
// @ts-expect-error it has to be checked first
export const p = fetchAll("x").then(r => r.items);
