import { identity, pipe } from "./surface";
export const f: (s: string) => boolean = pipe((s: string) => s.length, n => n > identity(2));
