import { memoize, type Memoized } from "./surface";
const m: Memoized<[number, string], string> = memoize((n: number, s: string) => s.repeat(n)); m(1, "a").trim(); m.clear(); const f: (n: number, s: string) => string = m; f(1, "");
