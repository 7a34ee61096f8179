import { pad, times } from "./surface";
export const s = pad("x") + pad("y", 3) + pad("z", undefined, "-");
times(2); times(3, i => i.toFixed());
