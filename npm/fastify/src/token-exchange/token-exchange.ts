import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import plugin from "fastify-plugin";
import { LRUCache } from "lru-cache";
import { problemOfAddress } from "../addresses.js";
import { Problem } from "../problem.js";
import type { Session } from "../session/session.js";
import { checkAnswer, type ExchangedToken } from "./answer.js";
import { type Dialect, parametersOf, problemOfDialect, type Target } from "./dialects.js";
import { type Asking, askIssuer } from "./request.js";

export interface TokenExchangeOptions {
  /** The issuer's token endpoint. */
  tokenEndpoint: string;
  clientId: string;
  clientSecret: string;
  /** How the client says its secret. Default: `"basic"`. */
  authentication?: "basic" | "post";
  /** What the issuer understands. Default: `"rfc8693"`. */
  dialect?: Dialect;
  /** Name → what may be asked for under it. Callers name one of these, never an audience. */
  targets: Readonly<Record<string, Target>>;
  /** What happens to a token that counts for longer than the one that it was exchanged for. Default: `"refuse"`. */
  longerLife?: "refuse" | "allow";
  /** Milliseconds for the issuer's answer. Default: 5,000. */
  timeout?: number;
}

declare module "fastify" {
  interface FastifyInstance {
    /** @internal Names of `targets`: what is not one of them is an error when the server starts, not when somebody calls. */
    readonly exchangeTargets: ReadonlySet<string>;
  }
  interface FastifyRequest {
    /**
     * A token of the caller's for one of the `targets`: least privilege, one audience. Throws a `Problem`: 403 where the issuer says
     * no, 502 where its answer is not what was asked for, 503 where it cannot be asked.
     */
    exchange(target: string): Promise<ExchangedToken>;
  }
}

/** Seconds before its end from which a token is not used again. */
const MARGIN = 30;
/** Tokens that are kept in memory; nowhere else. */
const KEPT = 10_000;

/** Exchanges the caller's access token for one of another audience (RFC 8693). Needs `session`. */
export const tokenExchange = plugin(
  async (server, options: TokenExchangeOptions) => {
    const wrong = problemOf(options);
    if (wrong !== undefined) throw new TypeError(`@fedseal/fastify tokenExchange: ${wrong}`);
    const { targets, dialect = "rfc8693", longerLife = "refuse" } = options;
    const { rules, keys } = server.sessionRules;
    const asking: Asking = {
      issuer: rules.issuer,
      tokenEndpoint: options.tokenEndpoint,
      clientId: options.clientId,
      clientSecret: options.clientSecret,
      authentication: options.authentication ?? "basic",
      timeout: options.timeout ?? 5_000,
    };
    const kept = new LRUCache<string, ExchangedToken>({ max: KEPT });
    const running = new Map<string, Promise<ExchangedToken>>();

    const exchange = async (session: Session, target: Target, ip: string): Promise<ExchangedToken> => {
      const headers: Record<string, string> = dialect === "rfc8693" ? {} : { "auth0-forwarded-for": ip };
      const answer = await askIssuer(asking, parametersOf(dialect, target, session), headers);
      return checkAnswer(answer, session, target, keys, rules, longerLife);
    };

    server.decorate("exchangeTargets", new Set(Object.keys(targets)));
    server.decorateRequest("exchange", async function (this: FastifyRequest, name: string) {
      const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
      if (!target) throw new Problem("ERR_FEDSEAL_EXCHANGE_TARGET", 404, "There is no such target.");
      const { session } = this;
      // Whoever holds a token that is bound to a key has to prove that they have the key (RFC 9449); this server cannot.
      if (session.claims.cnf !== undefined) {
        throw new Problem(
          "ERR_FEDSEAL_EXCHANGE_BOUND",
          403,
          "The access token is bound to a key, and cannot be exchanged here.",
        );
      }
      const key = keyOf(session, target);
      const found = kept.get(key);
      if (found && found.expiresAt - MARGIN > Date.now() / 1000) return found;
      const pending = running.get(key) ?? exchange(session, target, this.ip).finally(() => running.delete(key));
      running.set(key, pending);
      const made = await pending;
      kept.set(key, made);
      return made;
    });
  },
  { name: "@fedseal/fastify/token-exchange", fastify: "5.x", dependencies: ["@fedseal/fastify/session"] },
);

/** By the token itself: two tokens of one person may differ in what they may do. */
function keyOf({ token, orgId }: Session, { audience, scopes }: Target): string {
  return createHash("sha256")
    .update(JSON.stringify([token, orgId, audience, scopes]))
    .digest("base64url");
}

function problemOf({
  tokenEndpoint,
  clientId,
  clientSecret,
  authentication = "basic",
  dialect = "rfc8693",
  targets,
  longerLife = "refuse",
  timeout = 5_000,
}: TokenExchangeOptions): string | undefined {
  const wrong = problemOfAddress(tokenEndpoint);
  if (wrong !== undefined) return `\`tokenEndpoint\` ${wrong}`;
  if (typeof clientId !== "string" || clientId === "") return "`clientId` is needed";
  if (typeof clientSecret !== "string" || clientSecret === "") return "`clientSecret` is needed";
  if (!["basic", "post"].includes(authentication)) return '`authentication` is "basic" or "post"';
  if (!["refuse", "allow"].includes(longerLife)) return '`longerLife` is "refuse" or "allow"';
  if (!(timeout > 0 && timeout <= 60_000)) return "`timeout` is not 1 to 60,000 ms";
  for (const [name, target] of Object.entries(targets ?? {})) {
    if (typeof target.audience !== "string" || target.audience === "") return `\`targets.${name}.audience\` is needed`;
    const isScope = (scope: unknown) => typeof scope === "string" && /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope);
    if (!Array.isArray(target.scopes) || !target.scopes.every(isScope))
      return `\`targets.${name}.scopes\` is no list of scopes`;
  }
  if (Object.keys(targets ?? {}).length === 0) return "`targets` has none";
  return problemOfDialect(dialect);
}
