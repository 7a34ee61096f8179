import { can, explain, type Article } from "./surface";
const a: Article = { kind: "article", author: "x" };
export const s = can("publish", a) || can("read", { kind: "comment", text: "t" }) ? explain("publish") : "";
