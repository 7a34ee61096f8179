import { machine, type StateNode } from "./surface";
const n: StateNode = { states: { a: { on: { GO: "b" } }, b: { type: "final" } } }; machine(n).start(); export const t = machine({ on: { X: "y" } }).node.on.X;
