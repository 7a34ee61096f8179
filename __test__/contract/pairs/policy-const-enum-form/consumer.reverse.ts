import { Dir, move } from "./surface";
move(Dir.Left);
