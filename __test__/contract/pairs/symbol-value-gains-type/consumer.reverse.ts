import { Level } from "./surface";
export const start: Level = Level.Low;
