import { dispatch } from "./surface";
dispatch({ index: 1 });
