import { parseColour } from "./surface";
const c: [number, number, number] = parseColour("#fff"); export { c };
