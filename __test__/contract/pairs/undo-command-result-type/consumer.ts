import { execute, history, undo } from "./surface";
export const n: number = execute({ label: "x", apply: () => history().length, revert() {} });
export const l: string = undo().label;
