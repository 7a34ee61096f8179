import { editor } from "./surface";
export const n = editor("x").selection.concat([]).map((s) => s.from).length;
