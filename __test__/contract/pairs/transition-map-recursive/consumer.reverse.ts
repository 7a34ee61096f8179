import { machine, type StateNode } from "./surface";
const n: StateNode = { states: { a: { entry: () => {} } } }; machine(n).start();
