import { leaf, visit } from "./surface";
export const n = visit(leaf("a"), l => { console.log(l.id); });
