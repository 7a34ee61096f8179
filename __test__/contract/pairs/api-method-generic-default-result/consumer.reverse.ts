import { fetchJson } from "./surface";
export const x = fetchJson("/u").then(r => r["a"]?.toFixed(2));
