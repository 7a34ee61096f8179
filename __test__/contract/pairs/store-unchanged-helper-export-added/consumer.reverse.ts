import { combine } from "./surface";
export const c = combine({ a: 1 }, () => ({ b: 2 }));
