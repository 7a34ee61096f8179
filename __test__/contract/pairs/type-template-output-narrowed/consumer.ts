import { cssVar, setVar } from "./surface";
setVar(cssVar("x"), "1");
export const names: string[] = [cssVar("a")];
