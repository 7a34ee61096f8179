import { merge, style, type StyleRule } from "./surface";
interface Accent { color: string }
const a: Accent = { color: "red" };
const r: StyleRule = { margin: 2 };
export const s = style(a) + merge(r, { margin: 2 });
