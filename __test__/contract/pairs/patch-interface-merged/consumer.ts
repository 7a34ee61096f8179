import type { Env } from "./surface";
export const e: Env = { host: "a", port: 1 };
