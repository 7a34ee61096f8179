import type { Source } from "./surface";
export const same = (s: Source<string>): Source<string> => s;
