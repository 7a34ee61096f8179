import type { Logger } from "./surface";
export const done = (log: Logger): void => log.flush();
