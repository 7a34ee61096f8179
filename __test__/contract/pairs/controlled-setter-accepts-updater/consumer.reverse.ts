import { useUrlState } from "./surface";
export function f() { useUrlState<number>("p", 1).set(n => n + 1); }
