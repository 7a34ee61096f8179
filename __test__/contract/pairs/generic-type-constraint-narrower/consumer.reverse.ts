import type { Registry } from "./surface";
export const r: Registry<"a"> = { current: "a" };
