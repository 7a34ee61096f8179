import type { Flags } from "./surface";
export const none: Flags<"a"> = {};
