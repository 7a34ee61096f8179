import { attempt, type Result } from "./surface";
export const r: Result<Error, number> = attempt(() => 1);
