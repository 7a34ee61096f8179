import { runTask, host } from "./surface";
runTask("build").call(host, "x");
