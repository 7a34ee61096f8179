import { Problem } from "@fedseal/fastify";
import plugin from "fastify-plugin";

/**
 * Holds a caller to the scope that the route declares in `config.scope`, and to the organization of their token. Needs `session`.
 * A route that asks who calls and declares none of `scopes` is an error when the server starts.
 */
export const access = plugin(
  async (server, { scopes }) => {
    server.addHook("onRoute", ({ method, url, config }) => {
      if (method === "OPTIONS" || config?.session === "none" || scopes.includes(config?.scope)) return;
      throw new TypeError(`\`config.scope\` of ${method} ${url} is none of ${scopes.join(", ")}`);
    });
    server.addHook("onRequest", async (request) => {
      const { session, scope } = request.routeOptions.config;
      if (request.is404 || session === "none" || request.session.scopes.has(scope)) return;
      // RFC 6750, section 3.1.
      const headers = { "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"` };
      throw new Problem("ERR_PLATFORM_SCOPE", 403, `The access token lacks the scope ${scope}.`, { headers });
    });
    // Rows are found by the token's organization, whatever a request names. One that names another one is a mistake, or an attempt.
    server.addHook("preHandler", async (request) => {
      for (const named of [request.query, request.body]) {
        if (named?.orgId !== undefined) request.session.own(named);
      }
    });
  },
  { name: "platform/access", fastify: "5.x", dependencies: ["@fedseal/fastify/session"] },
);
