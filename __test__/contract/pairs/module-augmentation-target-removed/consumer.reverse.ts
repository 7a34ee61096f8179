import { eventNames } from "./surface";
export const n = eventNames[0];
