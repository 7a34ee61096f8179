import { textOf } from "./surface";
export const f = textOf("a").fr;
