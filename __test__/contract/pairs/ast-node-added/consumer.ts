import { parse, type Node } from "./surface";
const text = (n: Node): string => (n.type === "text" ? n.value : n.children.map(text).join(""));
export const t = parse("a").map(text);
