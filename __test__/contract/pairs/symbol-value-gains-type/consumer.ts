import { Level } from "./surface";
type Level = (typeof Level)["Low"] | (typeof Level)["High"];
export const start: Level = Level.Low;
