import { isApiError } from "./surface";
export function text(e: unknown): string {
  if (!isApiError(e)) return "?";
  const texts: Record<typeof e.code, string> = { timeout: "slow", offline: "gone" };
  const known: "timeout" | "offline" = e.code;
  return texts[known];
}
