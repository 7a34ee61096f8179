import { prepend } from "./surface";
export const names: string[] = prepend<string, string[]>("a", ["b"]);
