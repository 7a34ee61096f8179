import { nodes } from "./surface";
export const q = nodes("quote").map(n => n.cite ?? "");
