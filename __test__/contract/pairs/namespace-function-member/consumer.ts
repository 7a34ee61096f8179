import { clsx } from "./surface";
export const a: string = clsx("a", false) + clsx.version; const o: clsx.Options = { sep: "" }; export const p = o.sep;
