import type { Listener } from "./surface";
export const listener: Listener = { handle: (input) => void String(input) };
