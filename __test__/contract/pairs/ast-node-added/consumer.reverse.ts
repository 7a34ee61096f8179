import { parse, type Node } from "./surface";
const text = (n: Node): string => { switch (n.type) { case "text": return n.value; case "element": return n.children.map(text).join(""); default: return ""; } };
export const t = parse("a").map(text);
