import { seek } from "./surface";
export const p = seek("a").then(n => n.toFixed());
