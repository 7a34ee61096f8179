import { newId, parseId, show } from "./surface";
show(newId());
export const p = parseId(newId().trim());
