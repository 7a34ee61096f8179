import { walk } from "./surface";
walk((node, depth) => void (node.length + depth));
export {};
