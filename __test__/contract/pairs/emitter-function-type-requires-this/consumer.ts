import { runTask, host } from "./surface";
const go = runTask("build");
go(host.name);
