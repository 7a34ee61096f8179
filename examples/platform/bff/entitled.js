import { Problem } from "@fedseal/fastify";

/** Throws for who is not entitled to something. */
export function requireEntitlement(entitlements, wanted) {
  if (entitlements.includes(wanted)) return;
  throw new Problem("ERR_PLATFORM_NOT_ENTITLED", 403, `This organization is not entitled to “${wanted}”.`);
}
