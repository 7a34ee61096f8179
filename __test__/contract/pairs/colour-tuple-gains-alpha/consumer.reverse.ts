import { parseColour } from "./surface";
const [r, g, b] = parseColour("#fff"); (r + g + b).toFixed();
