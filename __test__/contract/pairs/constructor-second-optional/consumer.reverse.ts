import { Logger } from "./surface";
new Logger("a", l => l.length);
