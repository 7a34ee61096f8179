import { createReducer } from "./surface";
export const r = createReducer({ inc: (s, a) => s + a.by, reset: () => 0, set: (_, a) => a.to });
