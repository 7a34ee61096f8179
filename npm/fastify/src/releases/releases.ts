import plugin from "fastify-plugin";
import { aFunction, anything, problemOfOptions, routePath } from "../options.js";
import type { Session } from "../session/session.js";
import { type ReleaseSet, setFor } from "./decide.js";
import type { RolloutStore } from "./file-store.js";

export interface ReleasesOptions {
  /** Where the state of rollouts is: {@link fileStore}, {@link redisStore}, or one of your own. */
  store: RolloutStore;
  /**
   * Names of the remotes that the caller may have; the others are in no set and no policy of theirs. Default: all that are released.
   */
  remotes?(session: Session): Iterable<string>;
  /** The route that answers a page with its release set. Default: `/api/platform/releases`. */
  path?: string;
}

declare module "fastify" {
  interface FastifyInstance {
    /** @internal Where the state of rollouts is, for other plugins. */
    readonly rollouts: RolloutStore;
  }
  interface FastifyRequest {
    /** What the caller's organization gets of each remote. Goes by the verified session alone. */
    releases(): Promise<ReleaseSet>;
  }
}

/** Says which release of which remote an organization gets. Needs `session`. */
export const releases = plugin(
  async (server, options: ReleasesOptions) => {
    const { store, path = "/api/platform/releases", remotes } = options;
    const wrong = problemOfOptions(options, { store: anything, path: routePath, remotes: aFunction });
    if (wrong !== undefined) throw new TypeError(`@fedseal/fastify releases: ${wrong}`);
    if (typeof store?.read !== "function") throw new TypeError("@fedseal/fastify releases: `store` is needed");
    // A server that cannot read its state does not start.
    await store.read();
    server.decorate("rollouts", store);
    server.decorateRequest("releases", async function () {
      const { session } = this;
      const set = setFor(await store.read(), session.orgId);
      return remotes ? { ...set, remotes: pick(set.remotes, new Set(remotes(session))) } : set;
    });
    server.get(path, { config: { cache: "no-store" } }, (request) => request.releases());
  },
  { name: "@fedseal/fastify/releases", fastify: "5.x", dependencies: ["@fedseal/fastify/session"] },
);

function pick(remotes: ReleaseSet["remotes"], names: ReadonlySet<string>): ReleaseSet["remotes"] {
  return Object.fromEntries(Object.entries(remotes).filter(([name]) => names.has(name)));
}
