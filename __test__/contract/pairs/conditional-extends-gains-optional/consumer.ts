import { kindOf } from "./surface";
export const kind: 1 = kindOf({ a: "x", c: true });
