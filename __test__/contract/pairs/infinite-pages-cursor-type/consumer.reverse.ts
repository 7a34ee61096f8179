import { useInfinite } from "./surface";
export const f = () => useInfinite<string>({ load: async c => [String(c ?? 0)], next: l => (l.length ? 1 : null) }).pages[0]?.[0];
