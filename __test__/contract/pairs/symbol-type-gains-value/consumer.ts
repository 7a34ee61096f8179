import { Mode } from "./surface";
const Mode = { first: "read" as Mode };
export const chosen: Mode = Mode.first;
