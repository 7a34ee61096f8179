import { tokenKey } from "./surface";
export const s: symbol = tokenKey;
