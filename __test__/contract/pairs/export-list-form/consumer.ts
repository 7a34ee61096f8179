import { merge, VERSION, type Opts } from "./surface";
const o: Opts = { deep: true }; export const m: { a: number } = merge({ a: 1 }, { a: 2 }, o); export const v: string = VERSION; interface Mine extends Opts { x: 1 } export type M = Mine;
