import { createSelector, type Selector } from "./surface";
type State = { n: number };
const s: Selector<State, string> = createSelector((x: State) => x.n, n => n.toFixed());
export const r: string = s({ n: 1 }) + s.recomputations;
