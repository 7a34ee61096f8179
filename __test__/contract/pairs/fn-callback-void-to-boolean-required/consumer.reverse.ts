import { leaf, visit } from "./surface";
export const n = visit(leaf("a"), l => l.depth > 2);
