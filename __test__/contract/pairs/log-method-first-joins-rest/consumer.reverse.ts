import { openLog } from "./surface";
openLog("a").write();
