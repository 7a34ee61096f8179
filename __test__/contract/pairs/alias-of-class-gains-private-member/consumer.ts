import type { AnyHook } from "./surface";
export const double: AnyHook = { name: "double", call() {} };
