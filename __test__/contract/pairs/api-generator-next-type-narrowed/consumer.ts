import { walk } from "./surface";
const g = walk("/");
export const a = g.next("skip");
