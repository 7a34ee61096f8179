import { logger, type Logger } from "./surface";
const l: Logger = logger; l("x"); l.level = "error"; l.error(new Error());
