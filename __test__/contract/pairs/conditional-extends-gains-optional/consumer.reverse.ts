import { kindOf } from "./surface";
export const kind: 2 = kindOf({ a: "x", c: true });
