import type { Steps } from "./surface";
export const steps: Steps<{ a: string; b: { c: number } }> = { a: (text) => void text.trim(), b: { c: (count) => void count.toFixed() } };
