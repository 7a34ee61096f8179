import { createSelector, type Selector } from "./surface";
interface S { a: number; b: string }
const s: Selector<S, string> = createSelector((x: S) => x.a, (x: S) => x.b, (a, b) => a.toFixed() + b);
s({ a: 1, b: "x" }).trim(); createSelector((x: S) => x.a, (a) => a + 1)({ a: 1, b: "" }).toFixed();
