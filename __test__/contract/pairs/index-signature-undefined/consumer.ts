import { env } from "./surface";
export const u = env.API_URL.replace(/\/$/, "");
