import type { useStore } from "./surface";
export function user(s: ReturnType<typeof useStore>): string { return s.user; }
