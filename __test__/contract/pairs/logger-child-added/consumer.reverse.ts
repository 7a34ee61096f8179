import { logger } from "./surface";
logger.child("a")("b");
