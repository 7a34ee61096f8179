import { log, setThreshold, Level } from "./surface";
log(Level.Debug, "x"); setThreshold({ level: Level.Info });
