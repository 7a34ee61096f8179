import { flags } from "./surface";
export const on: boolean = flags.get("a") ?? flags.has("b"); for (const [k, v] of flags) console.log(k, v); export const m: ReadonlyMap<string, boolean> = flags; export const n = new Map(flags).size;
