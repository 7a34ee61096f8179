import { keep } from "./surface";
export const long: string[] = keep((v) => v.length > 3);
