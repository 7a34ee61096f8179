import { parseDoc, slug, type Node } from "./surface";
function text(n: Node): string { return n.type === "text" ? slug(n.value) : n.children.map(text).join(""); }
export const s = text(parseDoc("# x"));
