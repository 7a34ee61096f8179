import { assertUser } from "./surface";
export function f(x: unknown) { assertUser(x); return x.name; }
