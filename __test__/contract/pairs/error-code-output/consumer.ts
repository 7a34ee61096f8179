import { ApiError, type ErrorCode } from "./surface";
const help: Record<ErrorCode, string> = { E_NETWORK: "retry", E_AUTH: "log in" };
export const h = (e: unknown) => (ApiError.is(e) ? help[e.code] : "");
