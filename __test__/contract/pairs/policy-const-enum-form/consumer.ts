import { Dir, move } from "./surface";
export const names = Object.keys(Dir);
move(Dir.Up);
