import { boolean } from "./surface";
export const b: boolean = boolean().parse(true);
