import type { Stack } from "./surface";
export const s: Stack<string> = { push() {}, pop: () => undefined };
