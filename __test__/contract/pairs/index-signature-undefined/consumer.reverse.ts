import { env, type Env } from "./surface";
export const u = env.API_URL?.trim() ?? ""; const e: Env = env; export const all: (string | undefined)[] = Object.values(e);
