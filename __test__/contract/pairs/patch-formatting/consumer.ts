import type { Pin } from "./surface";
export const p: Pin = { code: "1", tries: 0 };
