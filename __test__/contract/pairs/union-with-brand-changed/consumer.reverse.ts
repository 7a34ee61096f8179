import { find, open } from "./surface";
const id = find("a");
open(id);
export const text: string = id ?? "";
