import { attempt, type Result } from "./surface";
export const r: Result<string> = attempt(() => 1).map(String);
