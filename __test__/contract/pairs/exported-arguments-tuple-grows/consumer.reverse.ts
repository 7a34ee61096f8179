import { move } from "./surface";
move(1, 2, 3);
