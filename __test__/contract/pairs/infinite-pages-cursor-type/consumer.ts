import { useInfinite } from "./surface";
export const f = () => useInfinite({ load: async c => [c.toFixed()], next: l => l.length });
