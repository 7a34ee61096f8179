import { prepend } from "./surface";
export const numbers: number[] = prepend<string, number>("a", ["b"]);
