import { mustBeText } from "./surface";
export const run = (value: unknown): void => mustBeText(value);
