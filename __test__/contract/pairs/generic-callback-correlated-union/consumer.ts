import { commandNames, dispatchTo } from "./surface";
dispatchTo({ command: "move", payload: { x: 1, y: 2 } }).then(k => commandNames().includes(k));
