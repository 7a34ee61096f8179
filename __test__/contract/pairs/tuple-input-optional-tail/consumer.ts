import { clear, drawLine, type Coord } from "./surface";
const a: Coord = [0, 1]; drawLine(a, [1, 2], a, [3, 4]); clear();
