import { dispatch } from "./surface";
dispatch({ type: "drop", index: 1 });
