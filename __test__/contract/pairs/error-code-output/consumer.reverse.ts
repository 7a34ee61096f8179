import { ApiError } from "./surface";
export const h = (e: unknown): string => { if (!ApiError.is(e)) return ""; if (e.code === "E_AUTH") return "log in"; return e.code + e.message; };
