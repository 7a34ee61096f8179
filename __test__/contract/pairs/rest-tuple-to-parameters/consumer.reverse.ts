import { format, log } from "./surface";
format(1).trim(); format(1, 2, "px"); log("info", "a"); log("warn", "b", 1, {}); export const f = (d?: number) => format(1, d);
