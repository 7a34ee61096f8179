import { pad } from "./surface";
export const f = (v: string | number) => pad(v, 3);
