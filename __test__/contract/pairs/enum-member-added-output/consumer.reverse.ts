import { Level, levelOf, lines } from "./surface";
export const bad = lines().filter(l => levelOf(l) === Level.Fatal);
