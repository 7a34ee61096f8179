import { useUrlState, type UrlState } from "./surface";
export function f() { const u: UrlState<number> = useUrlState<number>("p", 1); u.set(u.value + 1); useUrlState<string>("q", "").set("x"); }
