import { read } from "./surface";
declare const from: number | URL;
export const bytes: Uint8Array = read(from);
