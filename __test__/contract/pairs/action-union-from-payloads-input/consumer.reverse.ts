import { dispatch } from "./surface";
dispatch({ type: "undo", payload: undefined });
