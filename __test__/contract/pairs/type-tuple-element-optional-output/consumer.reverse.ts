import { move, position } from "./surface";
const [x, y, z] = position(); move([x + (z ?? 0), y]);
