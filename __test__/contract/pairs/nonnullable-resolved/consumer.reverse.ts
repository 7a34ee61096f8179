import { sizeOf, handler } from "./surface";
const s: "m" | "s" = sizeOf({ size: null }); handler({ on: n => n })(1); export const z: Record<ReturnType<typeof sizeOf>, number> = { s: 1, m: 2 }; export const y = z[s];
