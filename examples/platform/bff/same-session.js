import { Problem } from "@fedseal/fastify";
import fastifyPlugin from "fastify-plugin";

/** What a page says of itself in `X-Platform-As`, once it knows. */
function asOf({ orgId, sub }) {
  return encodeURIComponent(`${orgId} ${sub}`);
}

/**
 * Refuses what a page asks for that is somebody else's by now. Cookies are the browser's: a sign-in in one tab changes who the pages in
 * all others are, and one that shows an organization's name must not read and write for another. What does not say who it is asks for
 * whoever is signed in now.
 */
export const sameSession = fastifyPlugin(async (server) => {
  server.addHook("onRequest", async (request) => {
    const claimed = request.headers["x-platform-as"];
    if (claimed === undefined || request.is404 || request.routeOptions.config.session === "none") return;
    if (claimed === asOf(request.session)) return;
    const detail = "This browser has signed in as somebody else since the page was opened. Reload the page.";
    throw new Problem("ERR_PLATFORM_OTHER_SESSION", 409, detail);
  });
});
