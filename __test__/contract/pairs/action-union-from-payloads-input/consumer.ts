import { dispatch, type Action } from "./surface";
const a: Action = { type: "add", payload: { id: "a" } }; dispatch(a); dispatch({ type: "clear", payload: undefined });
