import type { HttpClient } from "./client.js";

/**
 * A `fetch` that goes through the client, for the runtime's reader of manifests: its requests have the same limits and errors as
 * all others of the command.
 */
export function fetchThrough(http: HttpClient): (url: string, init?: RequestInit) => Promise<Response> {
  return async (url, init = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const redirect = init.redirect === "error" ? "manual" : "follow";
    const { status, headers: got, body, url: at, redirects } = await http.request(url, { headers, redirect });
    const hasBody = status !== 204 && status !== 205 && status !== 304;
    const response = new Response(hasBody ? new Uint8Array(body) : null, { status, headers: got });
    // A response that was made has neither; the reader decides by them which redirects are allowed.
    Object.defineProperties(response, { url: { value: at }, redirected: { value: redirects.length > 0 } });
    return response;
  };
}
