import fastifyStatic from "@fastify/static";
import Fastify from "fastify";

/** What is asked for again each time; all other names have a hash of their content in them. */
const MUTABLE = /\/(mf-manifest\.json(\.sig)?|mf-contract\.json|remoteEntry\.js)$/;

/**
 * Serves released builds, `/<remote>/<release>/…`, as an object store behind a CDN does.
 *
 * @param {{ folder: string, port?: number }} options
 */
export async function startCdn({ folder, port = 0 }) {
  const server = Fastify();
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", MUTABLE.test(path) ? "no-cache" : "public, max-age=31536000, immutable");
    },
  });
  server.addHook("onSend", async (_request, reply) => {
    reply.headers({
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "timing-allow-origin": "*",
      "x-content-type-options": "nosniff",
    });
    if (reply.statusCode >= 400) reply.header("cache-control", "no-store");
  });
  const url = await server.listen({ port, host: "127.0.0.1" });
  return { url, stop: () => server.close() };
}
