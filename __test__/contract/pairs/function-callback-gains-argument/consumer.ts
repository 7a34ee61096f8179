import { walk } from "./surface";
walk((node) => void node.length);
export {};
