import { parts } from "./surface";
export const [head, ...tail]: [string, ...string[]] = parts("a");
