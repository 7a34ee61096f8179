import { isApiError } from "./surface";
export const f = (e: unknown) => isApiError(e) && e.retryable && e.code === "timeout";
