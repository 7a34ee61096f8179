import { attempt, type Result } from "./surface";
export const r: Result<number, Error> = attempt(() => 1);
