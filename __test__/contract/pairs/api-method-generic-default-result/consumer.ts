import { fetchJson, baseUrl } from "./surface";
export const x = fetchJson(baseUrl()).then(r => r["a"]?.trim());
