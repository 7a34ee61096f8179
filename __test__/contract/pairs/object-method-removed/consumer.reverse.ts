import type { Logger } from "./surface";
export const silent: Logger = { write() {} };
