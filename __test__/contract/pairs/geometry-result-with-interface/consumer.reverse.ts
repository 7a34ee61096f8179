import { bounds } from "./surface";
const { x, y, width } = bounds(document.body); (x + y + width).toFixed();
