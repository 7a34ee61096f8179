import { place, type Cell } from "./surface";
const m: Record<Cell, number> = { "top-left": 1, "top-right": 2, "bottom-left": 3, "bottom-right": 4 }; m[place("top-left")].toFixed();
