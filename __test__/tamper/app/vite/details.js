import { more } from "./more.js";
import { word } from "./word.js";

export function details() {
  return word && more;
}
