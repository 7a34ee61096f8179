import { walk, maxDepth } from "./surface";
const g = walk("/");
export const a = g.next(maxDepth > 1);
