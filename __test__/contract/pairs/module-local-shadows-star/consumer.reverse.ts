import { size, top } from "./surface";
export const n: string = size("px") + top;
