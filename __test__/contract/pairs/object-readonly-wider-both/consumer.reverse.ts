import type { Badge } from "./surface";
export const quiet: Badge = { tone: null };
