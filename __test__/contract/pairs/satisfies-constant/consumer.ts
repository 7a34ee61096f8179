import { breakpoints, up } from "./surface";
export const s = up("sm") + up("lg"); export const n: number = breakpoints.sm; const b: typeof breakpoints = { sm: 1, lg: 2 }; export const r: Record<string, number> = b; breakpoints.lg = 3;
