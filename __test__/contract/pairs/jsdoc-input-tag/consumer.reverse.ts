import type { Region } from "./surface";
export const r: Region = "ap";
