import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { Problem } from "../problem.js";

/** A token as RFC 6750, section 2.1, writes them; a shorter one can be guessed. */
export const TOKEN = /^[A-Za-z0-9._~+/-]{16,}=*$/;

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
/** Whoever asks through a proxy is not on this machine, wherever the proxy is (RFC 7239; RFC 9110, section 7.6.3). */
const PROXIED =
  /^(forwarded|via)$|^x-forwarded-|(^|-)(real|true|client|connecting|external|cluster)-([a-z]+-)*(ip|address)$/;
/** A name that leads here by somebody's DNS is a page's way around the same-origin policy. */
const NAMES = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
/** What browsers send for pages (Fetch, section 3.2; Fetch Metadata). */
const OF_PAGES = ["origin", "sec-fetch-site", "referer"];

/** Throws where a request may not read metrics: with a token, without it; without one, from another machine. */
export function checkAccess({ headers, socket }: FastifyRequest, token: string | undefined): void {
  if (token === undefined) {
    // Of the connection: `request.ip` is what a header says, where the server trusts a proxy.
    const isNear =
      LOOPBACK.test(socket.remoteAddress ?? "") &&
      NAMES.test(headers.host ?? "") &&
      Object.keys(headers).every((name) => !PROXIED.test(name) && !OF_PAGES.includes(name));
    if (isNear) return;
    throw new Problem("ERR_FEDSEAL_METRICS", 403, "Metrics are for this machine alone.");
  }
  const [, given = ""] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "") ?? [];
  // Hashes are of one length, and say nothing about where two tokens differ.
  if (timingSafeEqual(hash(given), hash(token))) return;
  throw new Problem("ERR_FEDSEAL_METRICS", 401, "A token for metrics is needed.", {
    headers: { "www-authenticate": "Bearer" },
  });
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
