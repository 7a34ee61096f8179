import { SIZES, type Size } from "./surface";
const px: Record<Size, number> = { s: 8, m: 16 }; export const all = SIZES.map(s => px[s]);
