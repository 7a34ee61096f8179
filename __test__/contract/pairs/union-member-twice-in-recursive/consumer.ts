import { type Branch, grow } from "./surface";
export const branch: Branch<string> = { value: [grow("a"), { value: () => "b" }] };
