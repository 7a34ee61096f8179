import { dispatchTo } from "./surface";
dispatchTo({ command: "wait", payload: { ms: 3 } });
