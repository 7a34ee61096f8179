import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import plugin from "fastify-plugin";
import { documentOf, PROBLEM_JSON } from "../problem.js";
import { type CacheClass, excessOf, headerOf, problemOf, type Response } from "./classes.js";

export interface CachePolicyOptions {
  /**
   * What happens to an answer that caches may keep for longer than its route says. `"refuse"`: a 500 in its place. `"replace"`: it is
   * sent with `private, no-store`, and logged as an error. Default: `"replace"` where `NODE_ENV` is `production`, else `"refuse"`.
   */
  mode?: "refuse" | "replace";
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may keep the answers of this route, and for how long. Every route says it. */
    cache?: CacheClass;
  }
}

const SPEAKS_TO_CACHES = /^(expires|pragma|surrogate-control|edge-control|x-accel-expires|.*cache-control)$/i;

/** Request header fields by which a session's answers differ (RFC 9110, section 12.5.5). */
const CREDENTIALS = ["Authorization", "Cookie"];

/**
 * Wants `config: { cache }` of every route, sends it as `Cache-Control`, and holds the answers to it. Register it before the
 * routes: one without the key, or a public one that asks who calls, is an error when the server starts. Errors are never kept.
 */
export const cachePolicy = plugin(
  async (server, options: CachePolicyOptions) => {
    const { mode = process.env.NODE_ENV === "production" ? "replace" : "refuse" } = options;
    if (mode !== "refuse" && mode !== "replace") {
      throw new TypeError('@fedseal/fastify cachePolicy: `mode` is "refuse" or "replace"');
    }

    server.addHook("onRoute", (routeOptions) => {
      const { method, url, config } = routeOptions;
      // The last hook of all: those of the route itself, and of plugins around it, may set the field, too.
      routeOptions.onSend = [...[routeOptions.onSend ?? []].flat(), hold];
      // A preflight request is answered by the CORS plugin, and kept by its own header field.
      if (method === "OPTIONS") return;
      const route = `${[method].flat().join(", ")} ${url}`;
      const wrong = config?.cache === undefined ? "is missing" : problemOf(config.cache);
      if (wrong !== undefined) {
        throw new TypeError(
          `@fedseal/fastify cachePolicy: \`config.cache\` of ${route} ${wrong === "is missing" ? wrong : `cannot be used: ${wrong}`}`,
        );
      }
      const isPublic = typeof config?.cache === "object" && "public" in config.cache;
      if (isPublic && server.hasRequestDecorator("session") && config?.session !== "none") {
        throw new TypeError(
          `@fedseal/fastify cachePolicy: ${route} asks who calls, and is public: a shared cache would give one caller's answer to another`,
        );
      }
    });

    // What has no route, or had it before this plugin.
    server.addHook("onSend", hold);

    async function hold(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
      const { config } = request.routeOptions;
      // A route that was there before this plugin has no class; what nothing decides about is kept by nobody.
      const cache: CacheClass = request.is404 || reply.statusCode >= 400 ? "no-store" : (config.cache ?? "no-store");
      if (!reply.hasHeader("cache-control")) reply.header("cache-control", headerOf(cache));
      const isPublic = typeof cache === "object" && "public" in cache;
      if (!isPublic) vary(reply);
      const excess = excessOf(cache, responseOf(reply));
      if (excess === undefined) return payload;

      const route = `${request.method} ${request.routeOptions.url ?? "a path without a route"}`;
      const detail = `The answer of ${route} was not sent: ${excess}.`;
      // Whatever else could speak to a cache: fields for single caches (RFC 9213), and those of vendors.
      for (const name of Object.keys(reply.getHeaders())) if (SPEAKS_TO_CACHES.test(name)) reply.removeHeader(name);
      reply.header("cache-control", headerOf("no-store"));
      if (mode === "replace") {
        request.log.error({ code: "ERR_FEDSEAL_CACHE_POLICY", route }, `sent as no-store, because ${excess}`);
        return payload;
      }
      for (const name of ["content-length", "content-encoding", "etag", "last-modified", "set-cookie"])
        reply.removeHeader(name);
      if (payload instanceof Readable) payload.destroy();
      reply.code(500).type(PROBLEM_JSON);
      return JSON.stringify(documentOf("ERR_FEDSEAL_CACHE_POLICY", 500, detail));
    }
  },
  { name: "@fedseal/fastify/cache-policy", fastify: "5.x" },
);

function vary(reply: FastifyReply): void {
  const before = String(reply.getHeader("vary") ?? "");
  if (before.trim() === "*") return;
  const names = before
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const missing = CREDENTIALS.filter((name) => !names.some((one) => one.toLowerCase() === name.toLowerCase()));
  if (missing.length > 0) reply.header("vary", [...names, ...missing].join(", "));
}

function responseOf(reply: FastifyReply): Response {
  const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined ? [] : [{ name, value: String(one) }])),
  );
  return { status: reply.statusCode, headers };
}
