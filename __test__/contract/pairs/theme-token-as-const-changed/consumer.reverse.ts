import { zIndex } from "./surface";
export interface Layer { z: 1000 | 2000 } export const l: Layer = { z: zIndex.modal };
