import { logger } from "./surface";
logger.child({ a: "b" }).info("x", { n: 1 }); logger.level = "debug";
