import { attempt, type Result } from "./surface";
export const r: Result<string, Error> = attempt(() => 1).map(String);
