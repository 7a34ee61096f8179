import { isText } from "./surface";
export const flag: boolean = isText("a");
