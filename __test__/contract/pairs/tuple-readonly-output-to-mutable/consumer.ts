import { scrollTo, viewport } from "./surface";
const v = viewport(); scrollTo(v); export const r: readonly number[] = v;
