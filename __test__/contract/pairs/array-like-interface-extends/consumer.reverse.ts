import { editor } from "./surface";
export const n = editor("x").selection.focus?.to;
