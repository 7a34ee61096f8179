import type { Axis } from "./surface";
export const names: Record<Axis, string> = { x: "X", y: "Y" };
