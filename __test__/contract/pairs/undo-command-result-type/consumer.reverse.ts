import { execute, undo } from "./surface";
const c = undo();
if (c) execute(c);
export const l = undo()?.label;
