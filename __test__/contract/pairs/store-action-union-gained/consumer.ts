import { batch, dispatch } from "./surface";
export const s = dispatch({ type: "add", sku: "1" }).lines[0] ?? batch({ type: "drop", index: 0 }).lines.length;
