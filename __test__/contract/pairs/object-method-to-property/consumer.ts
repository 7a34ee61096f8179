import type { Listener } from "./surface";
const onText = (input: string): void => void input.length;
export const listener: Listener = { handle: onText };
