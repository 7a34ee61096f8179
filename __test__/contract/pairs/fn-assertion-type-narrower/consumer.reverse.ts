import { assertUser, label } from "./surface";
export function f(v: unknown): string { assertUser(v); return label(v) + v.name; }
