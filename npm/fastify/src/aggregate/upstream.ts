import type { FastifyRequest } from "fastify";
import { problemOfAddress } from "../addresses.js";

/** One of the calls that an answer is made of: a GET with a token of the caller's for that API. */
export interface Upstream {
  /** Name of a target of `tokenExchange`. */
  target: string;
  /** The address; as a function of the request, with `origin`. */
  url: string | ((request: FastifyRequest) => string | URL);
  /** Origin that every address of a function has. */
  origin?: string;
  /** Milliseconds from the request to the last byte. Default: 5,000. */
  timeout?: number;
  /** Bytes of the answer, decompressed. Default: 1,048,576. */
  maxBytes?: number;
  /** Header fields of the caller's request that are passed on. Default: none. */
  forward?: readonly string[];
}

/** An upstream with its defaults. */
export interface Call extends Required<Omit<Upstream, "url" | "origin">> {
  name: string;
  addressFor(request: FastifyRequest): URL;
}

/** What belongs to one connection (RFC 9110, section 7.6.1), asks for a part, or is set here. */
const NEVER_FORWARDED =
  /^(proxy-.*|dpop|host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|content-.*|accept|accept-encoding|range|if-.*|via|referer|origin)$/;
/** Words in the names of fields that say who calls, from where, or for whom a proxy asks: an upstream believes them. */
const TELLING =
  /auth|token|key|secret|cookie|csrf|xsrf|session|jwt|oidc|saml|cred|passw|cert|assert|identi|principal|forwarded|original|override|rewrite|(^|-)(ip|ips|addr|address|client|user|account|tenant|org|sub|role|roles|group|groups|host)(-(?!agent)|$)/;

/** The call of an upstream; throws a `TypeError` where it cannot be made. */
export function callOf(name: string, upstream: Upstream, targets: ReadonlySet<string>): Call {
  const { target, url, origin, timeout = 5_000, maxBytes = 1_048_576, forward = [] } = upstream;
  const fail = (words: string) => new TypeError(`\`upstreams.${name}\` ${words}`);
  if (!targets.has(target))
    throw fail(`has the target ${JSON.stringify(target)}, which \`tokenExchange\` does not know`);
  if (!(timeout > 0 && timeout <= 60_000)) throw fail("has a `timeout` that is not 1 to 60,000 ms");
  if (!(Number.isInteger(maxBytes) && maxBytes > 0)) throw fail("has a `maxBytes` that is not above 0");
  const names = forward.map((one) => one.toLowerCase());
  const wrong = names.find(
    (one) => NEVER_FORWARDED.test(one) || TELLING.test(one) || !/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(one),
  );
  if (wrong !== undefined) throw fail(`forwards ${JSON.stringify(wrong)}, which is never passed on`);
  return { name, target, timeout, maxBytes, forward: names, addressFor: addressFor(url, origin, fail) };
}

function addressFor(
  url: Upstream["url"],
  origin: string | undefined,
  fail: (words: string) => Error,
): Call["addressFor"] {
  if (typeof url !== "function") {
    const wrong = problemOfAddress(url);
    if (wrong !== undefined) throw fail(`has a \`url\` that ${wrong}`);
    const address = new URL(url);
    return () => address;
  }
  if (problemOfAddress(origin) !== undefined || new URL(String(origin)).origin !== origin) {
    throw fail("has a `url` that is a function, and no `origin` that all its addresses have");
  }
  return (request) => {
    const address = new URL(url(request));
    // What a request says must not lead the caller's token to another server.
    if (address.origin !== origin || address.username !== "" || address.password !== "") {
      throw fail(`made an address that is not of ${origin}`);
    }
    return address;
  };
}
