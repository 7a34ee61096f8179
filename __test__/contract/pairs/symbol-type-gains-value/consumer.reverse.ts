import { Mode } from "./surface";
export const chosen: Mode = Mode.Read;
