import type { Summary } from "./surface";
export const title = (s: Summary): string | undefined => s.title;
