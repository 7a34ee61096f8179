import { isShape } from "./surface";
export const f = (x: unknown) => (isShape(x) ? x.r : 0);
