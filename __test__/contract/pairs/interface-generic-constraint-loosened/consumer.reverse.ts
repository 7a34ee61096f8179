import { createSelector, type Selector } from "./surface";
interface State { n: number }
export const s: Selector<State, number> = createSelector((x: State) => x.n, n => n);
