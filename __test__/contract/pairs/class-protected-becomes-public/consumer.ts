import { Timer, startAll } from "./surface";
export class Lap extends Timer { laps: number[] = []; lap() { this.laps.push(this.elapsed()); return this; } protected override elapsed() { return 1; } }
startAll([new Lap().start().lap()]);
