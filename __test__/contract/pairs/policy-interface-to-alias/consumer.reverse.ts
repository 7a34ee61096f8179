import { last } from "./surface";
export const r: Record<string, unknown> = last();
