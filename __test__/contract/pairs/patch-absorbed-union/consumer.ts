import { inspect } from "./surface";
export const t: string = inspect(1);
