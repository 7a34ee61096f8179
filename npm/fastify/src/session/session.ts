import type { FastifyRequest } from "fastify";
import plugin from "fastify-plugin";
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import { problemOfAddress } from "../addresses.js";
import { boundedFetch } from "../bounded-fetch.js";
import { aFunction, anything, number, problemOfOptions } from "../options.js";
import { Problem } from "../problem.js";
import { patientKeys } from "./patient-keys.js";
import {
  type Claims,
  refused,
  SIGNING_ALGORITHMS,
  type SigningAlgorithm,
  type TokenRules,
  verifyToken,
} from "./token.js";

export interface SessionOptions {
  /** `iss` of access tokens, to the letter. */
  issuer: string;
  /** `aud` of access tokens for this server. */
  audience: string;
  /** Where the issuer's key set is (RFC 7517, section 5): `jwks_uri` of its metadata. */
  keys: string | URL;
  /** Signature algorithms that count. Default: `RS256`, `PS256`, `ES256`, `Ed25519` and `EdDSA`. */
  algorithms?: readonly SigningAlgorithm[];
  /** `typ` of access tokens (RFC 9068, section 2.1). Default: `at+jwt`; `false` for an issuer that does not set it. */
  typ?: string | false;
  /** By how many seconds clocks may differ. Default: 5. */
  clockTolerance?: number;
  /** Where the access token of a request is. Default: `Authorization: Bearer`. */
  token?(request: FastifyRequest): string | undefined | Promise<string | undefined>;
}

/** Who calls, for which organization. */
export interface Session {
  readonly sub: string;
  readonly orgId: string;
  readonly scopes: ReadonlySet<string>;
  /** When the access token ends: Unix time in seconds. */
  readonly expiresAt: number;
  readonly claims: Readonly<Claims>;
  /** The access token: for exchanges, never for an answer or a log. */
  readonly token: string;
  /** Throws a 403 where a resource is of another organization, of none, or not there. Gives the resource back. */
  own<T extends { orgId: unknown }>(resource: T | null | undefined): T;
}

declare module "fastify" {
  interface FastifyInstance {
    /** @internal What other plugins verify tokens of the same issuer by. */
    readonly sessionRules: { rules: TokenRules; keys: JWTVerifyGetKey };
  }
  interface FastifyRequest {
    /** The verified session; throws on a route with `session: "none"`. */
    readonly session: Session;
  }
  interface FastifyContextConfig {
    /** `"none"`: anybody may call. Without it, a route wants a valid access token. */
    session?: "none";
  }
}

const ALGORITHMS: readonly SigningAlgorithm[] = ["RS256", "PS256", "ES256", "Ed25519", "EdDSA"];

/** Unknown keys are asked for at most this often, so that tokens with made-up ones cost the issuer nothing. */
const COOLDOWN = 2_000;
/** For the issuer's answer. */
const TIMEOUT = 3_000;
/** Bytes of a key set. */
const LARGEST = 1024 * 1024;
/** After that, the key set is asked for again, so that a withdrawn key does not count for longer. */
const MAX_AGE = 10 * 60_000;

const sessions = new WeakMap<FastifyRequest, Session>();

/**
 * Verifies the access token of every request (RFC 9068, section 4) before anything else of a route runs, but for routes with
 * `config: { session: "none" }`. `request.session` says who calls.
 */
export const session = plugin(
  async (server, options: SessionOptions) => {
    const { issuer, audience, clockTolerance = 5, token = bearer, typ = "at+jwt" } = options;
    const algorithms = options.algorithms ?? ALGORITHMS;
    const wrong = problemOf({ ...options, algorithms });
    if (wrong !== undefined) throw new TypeError(`@fedseal/fastify session: ${wrong}`);
    const set = createRemoteJWKSet(new URL(options.keys), {
      cooldownDuration: COOLDOWN,
      timeoutDuration: TIMEOUT,
      cacheMaxAge: MAX_AGE,
      [customFetch]: boundedFetch(LARGEST),
    });
    const keys = patientKeys(set, COOLDOWN);
    const rules = { issuer, audience, algorithms, clockTolerance, typ: typ === false ? undefined : typ };

    server.decorate("sessionRules", { rules, keys });
    server.decorateRequest("session", {
      getter() {
        const found = sessions.get(this as FastifyRequest);
        if (!found) throw new Error('this route has `session: "none"`, so that nobody was asked who they are');
        return found;
      },
    });
    server.addHook("onRequest", async (request) => {
      if (request.is404 || request.routeOptions.config.session === "none") return;
      const text = await token(request);
      if (text === undefined || text === "") throw refused("MISSING", "An access token is needed.");
      sessions.set(request, sessionOf(text, await verifyToken(text, keys, rules)));
    });
  },
  { name: "@fedseal/fastify/session", fastify: "5.x" },
);

const CHECKS = {
  issuer: anything,
  audience: anything,
  keys: anything,
  algorithms: (value: unknown) => (Array.isArray(value) ? undefined : "is not a list"),
  typ: (value: unknown) =>
    value === false || (typeof value === "string" && value !== "") ? undefined : "is neither a type nor `false`",
  clockTolerance: number(0, 300),
  token: aFunction,
};

function problemOf(options: SessionOptions): string | undefined {
  const { issuer, audience, keys, algorithms } = options;
  if (typeof issuer !== "string" || issuer === "") return "`issuer` is needed";
  if (typeof audience !== "string" || audience === "") return "`audience` is needed";
  const address = problemOfAddress(String(keys));
  if (address !== undefined) return `\`keys\` ${address}`;
  const known: readonly string[] = SIGNING_ALGORITHMS;
  const unknown = algorithms?.find((one) => !known.includes(one));
  if (unknown !== undefined) return `\`algorithms\` has ${JSON.stringify(unknown)}; there are ${known.join(", ")}`;
  if (algorithms?.length === 0) return "`algorithms` is empty, so that no token would count";
  return problemOfOptions(options, CHECKS);
}

/** RFC 6750, section 2.1. */
function bearer({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(headers.authorization ?? "")?.[1];
}

function sessionOf(token: string, claims: Claims): Session {
  const { sub, exp, org_id: orgId, scope } = claims;
  const scopes = new Set(typeof scope === "string" ? scope.split(" ").filter(Boolean) : []);
  const made: Session = {
    sub,
    orgId,
    scopes,
    expiresAt: exp,
    claims,
    token,
    own(resource) {
      if (resource?.orgId === orgId) return resource;
      throw new Problem("ERR_FEDSEAL_WRONG_ORGANIZATION", 403, "This is of another organization.");
    },
  };
  // A logger that is given the session must not get the token.
  for (const key of ["token", "claims"]) Object.defineProperty(made, key, { enumerable: false });
  return Object.freeze(made);
}
