import { move, position } from "./surface";
const [x, y, z] = position(); move([x + z, y]);
