import { translateKey } from "./surface";
export const m = translateKey("maybe");
