import { lifecycleEvents, start } from "./surface";
start({ root: lifecycleEvents[0] }).ready.then(l => l.stop());
