import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import plugin from "fastify-plugin";
import { LRUCache } from "lru-cache";
import { problemOfAddress } from "../addresses.js";
import { Problem } from "../problem.js";
import type { ReleaseSet } from "../releases/decide.js";
import type { RolloutState } from "../releases/state.js";
import { judgedFor, type Refusal } from "./judge.js";
import { type PageNeeds, problemOfNeeds } from "./needs.js";
import { type Directives, headersOf, type Inline, type Manifests, type PolicyRules, withInline } from "./policy.js";

export interface CspOptions extends PageNeeds {
  /** Origin of the pages, as browsers see it: `https://app.example.com`. */
  origin: string;
  /**
   * What of a remote's server may be loaded. `"folders"`: what is below its manifest. `"origins"`: all of the server, in fewer
   * bytes of policy. Default: `"folders"`.
   */
  allow?: "folders" | "origins";
  /** Remote → what it needs beside its files. In policies of pages with that remote, and in no others. */
  remotes?: Readonly<Record<string, PageNeeds>>;
  /**
   * Requires Trusted Types. Names of policies beside `fedseal`; the page calls `createTrustedTypesPolicy()` before its first remote,
   * and without that no remote loads. Default: not required.
   */
  trustedTypes?: readonly string[];
  /** Path of this origin that violations are reported to. Default: none. */
  reports?: string;
  /** Whether scripts need a hash (`Integrity-Policy`), those of the page, too. Default: `true`. */
  integrityPolicy?: boolean;
}

/** What a page is made with. */
export interface Page {
  /** For inline scripts and styles of this answer; of no other. */
  nonce: string;
  /** The set that the policy is for; none on a route with `session: "none"`. */
  releases?: ReleaseSet;
}

/** The policy of a page. */
export interface PagePolicy {
  /** Header fields, names in lower case. */
  headers: Readonly<Record<string, string>>;
  releases?: ReleaseSet;
}

declare module "fastify" {
  interface FastifyRequest {
    /** The policy of a page for the caller's organization; on a route with `session: "none"`, one without any remote. */
    pagePolicy(inline?: Inline): Promise<PagePolicy>;
  }
  interface FastifyReply {
    /** Sends a page with its policy. A function gets the nonce of this answer, and the release set that the policy is for. */
    sendPage(
      html: string | ((page: Page) => string | Promise<string>),
      inline?: Pick<Inline, "hashes">,
    ): Promise<FastifyReply>;
  }
}

/** Policies that are kept: one for each release set, not for each organization. */
const KEPT = 1_000;

/** Sends pages with the policy that their organization's release set needs, and no wider one. Needs `session` and `releases`. */
export const csp = plugin(
  async (server, options: CspOptions) => {
    const wrong = problemOf(options);
    if (wrong !== undefined) throw new TypeError(`@fedseal/fastify csp: ${wrong}`);
    const { allow = "folders", remotes = {}, integrityPolicy = true } = options;
    const rules: PolicyRules = { ...options, allow, remotes, integrityPolicy };
    const judged = new LRUCache<string, { result: Directives | Refusal }>({ max: KEPT });

    const judge = (manifests: Manifests): Directives | Refusal => {
      const key = JSON.stringify(Object.entries(manifests).sort(([one], [other]) => (one < other ? -1 : 1)));
      const found = judged.get(key) ?? { result: judgedFor(manifests, rules) };
      judged.set(key, found);
      return found.result;
    };

    // What is released now is judged before anybody asks for it.
    const state = await server.rollouts.read();
    for (const manifests of [{}, ...setsOf(state)]) {
      const result = judge(manifests);
      if (isRefusal(result)) throw new TypeError(`@fedseal/fastify csp: ${result.rule}: ${result.message}`);
    }
    for (const name of Object.keys(remotes)) {
      if (!Object.hasOwn(state.remotes, name))
        server.log.warn({ remote: name }, "csp: nothing of this remote is released");
    }

    server.decorateRequest("pagePolicy", async function (this: FastifyRequest, inline: Inline = {}) {
      // A path without a route asks nobody who they are, either.
      const isOpen = this.is404 || this.routeOptions.config.session === "none";
      const releases = isOpen ? undefined : await this.releases();
      const result = judge(releases === undefined ? {} : manifestsOf(releases.remotes));
      if (isRefusal(result)) {
        throw new Problem("ERR_FEDSEAL_CSP_POLICY", 500, `The page was not sent: ${result.rule}.`, {
          cause: new Error(`${result.rule}: ${result.message}`),
        });
      }
      return { headers: headersOf(withInline(result, inline), rules), ...(releases && { releases }) };
    });

    server.decorateReply("sendPage", async function (this: FastifyReply, html, { hashes = [] } = {}) {
      const nonce = randomBytes(16).toString("base64");
      const { headers, releases } = await this.request.pagePolicy(
        typeof html === "string" ? { hashes } : { nonce, hashes },
      );
      const text = typeof html === "string" ? html : await html({ nonce, ...(releases && { releases }) });
      // A nonce that is kept is no secret, and a policy of one organization is none of another's.
      return this.headers({ ...headers, "cache-control": "private, no-store" })
        .type("text/html; charset=utf-8")
        .send(text);
    });
  },
  {
    name: "@fedseal/fastify/csp",
    fastify: "5.x",
    dependencies: ["@fedseal/fastify/session", "@fedseal/fastify/releases"],
  },
);

function isRefusal(result: Directives | Refusal): result is Refusal {
  return "rule" in result;
}

function manifestsOf(remotes: ReleaseSet["remotes"]): Manifests {
  return Object.fromEntries(Object.entries(remotes).map(([name, { manifest }]) => [name, manifest]));
}

/** What is stable, and what organizations get that have every canary. */
function setsOf({ remotes }: RolloutState): Manifests[] {
  const all = Object.entries(remotes);
  return [
    manifestsOf(Object.fromEntries(all.map(([name, { stable }]) => [name, { ...stable, channel: "stable" }]))),
    manifestsOf(
      Object.fromEntries(all.map(([name, { stable, canary }]) => [name, { ...(canary ?? stable), channel: "canary" }])),
    ),
  ];
}

function problemOf({
  origin,
  allow,
  remotes = {},
  reports,
  integrityPolicy,
  ...needs
}: CspOptions): string | undefined {
  const wrong = problemOfAddress(origin);
  if (wrong !== undefined) return `\`origin\` ${wrong}`;
  if (new URL(origin).origin !== origin) return `\`origin\` is not an origin: write ${new URL(origin).origin}`;
  if (allow !== undefined && !["folders", "origins"].includes(allow)) return '`allow` is "folders" or "origins"';
  if (integrityPolicy !== undefined && typeof integrityPolicy !== "boolean")
    return "`integrityPolicy` is not true or false";
  if (reports !== undefined && !/^\/(?!\/)[A-Za-z0-9._~/-]*$/.test(reports))
    return "`reports` is not a path of this origin";
  const own = problemOfNeeds(needs);
  if (own !== undefined) return `it ${own}`;
  for (const [name, one] of Object.entries(remotes)) {
    const theirs = problemOfNeeds(one);
    if (theirs !== undefined) return `\`remotes.${name}\` ${theirs}`;
  }
  return undefined;
}
