import { spacing, useSpacing, type Spacing } from "./surface";
const all: Record<string, number> = spacing; const s: Spacing = { xs: 1, sm: 2, lg: 3 }; export const x = useSpacing({ xs: 1 }).lg + all.a + s.sm; for (const k in s) k.trim();
