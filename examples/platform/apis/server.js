import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import underPressure from "@fastify/under-pressure";
import { cachePolicy, frameworkErrors, problems, session } from "@fedseal/fastify";
import Fastify from "fastify";
import { busy } from "../busy.js";
import { access } from "./access.js";
import { problemSchema } from "./schemas.js";
import { validators } from "./validators.js";

/**
 * What the APIs of the platform have in common: who may call, from which page, how often, and what an answer says when it is none.
 *
 * @param {{ issuer: string, audience: string, origin: string, title: string, description: string, scopes: Record<string, string>,
 *   requestsPerMinute?: number, logger?: object | boolean }} options `origin`: of the page, the only one that may call from a browser
 * @param {(server: import("fastify").FastifyInstance) => Promise<void>} addRoutes each route declares `config.cache` and `config.scope`
 */
export async function createApi(options, addRoutes) {
  const { issuer, audience, origin, title, description, scopes, requestsPerMinute = 600, logger = false } = options;
  if (new URL(origin).origin !== origin) throw new TypeError(`origin ${origin} is more than an origin, or less`);
  const server = Fastify({
    logger,
    bodyLimit: 16 * 1024,
    frameworkErrors,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 64 },
    schemaController: { compilersFactory: { buildValidator: validators } },
  });
  await server.register(problems);
  await server.register(cachePolicy);
  await server.register(underPressure, { maxEventLoopDelay: 2_000, retryAfter: 5, pressureHandler: busy });
  // Before the session: a preflight request has no token.
  await server.register(cors, {
    origin: [origin],
    credentials: false,
    methods: ["GET", "POST", "PATCH", "DELETE"],
    allowedHeaders: ["authorization", "content-type", "if-match"],
    exposedHeaders: ["etag", "retry-after", "www-authenticate"],
    maxAge: 600,
  });
  await server.register(session, { issuer, audience, keys: `${issuer}/.well-known/jwks.json` });
  await server.register(access, { scopes: Object.keys(scopes) });
  await server.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    hook: "preHandler",
    keyGenerator: (request) =>
      request.routeOptions.config.session === "none" ? request.ip : `${request.session.orgId} ${request.session.sub}`,
  });
  await server.register(swagger, documentOptions({ title, description, scopes }));
  server.addSchema(problemSchema);

  const open = { session: "none" };
  server.get("/openapi.json", { schema: { hide: true }, config: { ...open, cache: { public: 300 } } }, async () =>
    server.swagger(),
  );
  server.get("/health", { schema: { hide: true }, config: { ...open, cache: "no-store" } }, async () => ({
    status: "ok",
  }));
  return orClose(server, async () => {
    await addRoutes(server);
    return server;
  });
}

/** Starts listening on this machine alone. */
export function listen(server, port) {
  return orClose(server, async () => {
    const url = await server.listen({ port, host: "127.0.0.1" });
    return { url, close: () => server.close() };
  });
}

/** A start that fails leaves nothing open. */
async function orClose(server, start) {
  try {
    return await start();
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** OpenAPI 3.1. The server is `/`, so that the document is the same wherever the API runs. */
function documentOptions({ title, description, scopes }) {
  return {
    openapi: {
      openapi: "3.1.0",
      info: { title, description, version: "1.0.0" },
      servers: [{ url: "/" }],
      components: {
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "JWT",
            description: `An access token (RFC 9068) for this API. Scopes: ${Object.entries(scopes)
              .map(([name, meaning]) => `\`${name}\` (${meaning})`)
              .join(", ")}.`,
          },
        },
      },
    },
    refResolver: { buildLocalReference: ({ $id }, _base, _fragment, index) => $id ?? `Schema${index}` },
  };
}
