import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import fastifyPlugin from "fastify-plugin";

const YEAR = 31_536_000;
/** A name that changes with its content. */
const HASHED = /\.[0-9a-f]{8}\.\w+$/;

/**
 * The shell's page, with the policy of the organization that asks, and the shell's own files. Every path that is nothing else is the
 * page: which of its pages is meant, the router there knows.
 *
 * @param {import("fastify").FastifyInstance} server
 * @param {{ folder: string }} options
 */
export const pages = fastifyPlugin(async (server, { folder }) => {
  const html = await readFile(join(folder, "index.html"), "utf8");
  await server.register(fastifyStatic, { root: join(folder, "static"), serve: false, cacheControl: false });
  server.get(
    "/static/*",
    { config: { cache: { public: YEAR, immutable: true }, session: "none", rateLimit: false } },
    (request, reply) => {
      const name = request.params["*"];
      if (!HASHED.test(name)) reply.header("cache-control", "public, max-age=3600");
      return reply.sendFile(name);
    },
  );
  server.get("/*", { config: { cache: "no-store", page: true } }, (_request, reply) => reply.sendPage(html));
});

/** Sends whoever opens a page without being signed in to the sign-in. Register it before the session is verified. */
export const signInFirst = fastifyPlugin(async (server) => {
  server.addHook("onRequest", async (request, reply) => {
    if (!request.routeOptions.config.page || (await server.accessToken(request)) !== undefined) return;
    return reply
      .header("cache-control", "private, no-store")
      .redirect(`/login?return=${encodeURIComponent(request.url)}`, 303);
  });
});
