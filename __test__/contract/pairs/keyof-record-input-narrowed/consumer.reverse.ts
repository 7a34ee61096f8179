import { sortBy } from "./surface";
export const r = sortBy("id", [{ id: 1 }])[0].id + sortBy("name", [])[0].name.length;
