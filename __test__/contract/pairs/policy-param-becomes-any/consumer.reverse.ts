import { stringify } from "./surface";
export const s = stringify(3);
