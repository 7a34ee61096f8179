import { size } from "./surface";
export const n = size(document.body) * 2;
