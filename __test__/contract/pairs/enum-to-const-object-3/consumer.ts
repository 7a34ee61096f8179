import { Level, setLevel } from "./surface";
export interface Alarm { level: Level.High } export const raise = (a: Alarm) => setLevel(a.level);
