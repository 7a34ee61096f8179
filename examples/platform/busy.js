import { Problem } from "@fedseal/fastify";

/** What a server says that has more to do than it can. */
export function busy() {
  throw new Problem("ERR_PLATFORM_BUSY", 503, "The server has too much to do.", { headers: { "retry-after": "5" } });
}
