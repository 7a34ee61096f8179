import { tuple } from "./surface";
const t: readonly [1, 2] = [...tuple([1, 2])] as const; const [a] = tuple([1, "x"]); const n: 1 = a; export { t, n };
