import { abort, fetchAll } from "./surface";
abort();
export const p: Promise<string> = fetchAll("x").then(r => r.items[0].name);
