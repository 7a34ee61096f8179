import Parser from "./surface";
const t: Parser.Tree = new Parser("ts").parse("x");
export const s = t.root.length + t.size;
