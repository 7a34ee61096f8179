import { invalidate } from "./surface";
export const f = (key: readonly unknown[]) => invalidate(key);
