import * as kit from "./surface";
export const n: string = kit.name;
