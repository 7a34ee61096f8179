import { parseColour } from "./surface";
const colour = parseColour("#fff"); (colour[3] ?? 1).toFixed();
