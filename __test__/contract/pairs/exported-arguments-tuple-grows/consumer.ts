import { move, type MoveArgs } from "./surface";
const a: MoveArgs = [1, 2]; move(...a); move(3, 4);
