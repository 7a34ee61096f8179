import { Problem } from "@fedseal/fastify";
import fastifyPlugin from "fastify-plugin";

/**
 * Refuses what writes and does not come from this server's own pages. A cookie is sent by other sites' forms, too, where a browser
 * does not know `SameSite`; `Origin` is what no page can choose.
 */
export const sameOrigin = fastifyPlugin(async (server, { origin }) => {
  server.addHook("onRequest", async ({ method, headers }) => {
    if (["GET", "HEAD", "OPTIONS"].includes(method) || headers.origin === origin) return;
    throw new Problem("ERR_FEDSEAL_REQUEST", 403, "Only pages of this server may change something here.");
  });
});
