import { splitName } from "./surface";
const [first, last] = splitName("a b"); (first + last).trim();
