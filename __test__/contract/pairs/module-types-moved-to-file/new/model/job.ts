import type { State as S } from "./state";
export type State = S;
export interface Job { state: State; id: string }
