import { assertUser, label } from "./surface";
export function f(v: unknown): number { assertUser(v); label(v); return v.age; }
