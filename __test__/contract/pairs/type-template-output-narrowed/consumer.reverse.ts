import { cssVar } from "./surface";
export const v: `--${string}` = cssVar("a");
