import plugin from "fastify-plugin";
import { type ReleaseSet, setFor } from "./decide.js";
import type { RolloutStore } from "./file-store.js";

export interface ReleasesOptions {
  /** Where the state of rollouts is: {@link fileStore}, {@link redisStore}, or one of your own. */
  store: RolloutStore;
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
  async (server, { store, path = "/api/platform/releases" }: ReleasesOptions) => {
    if (typeof store?.read !== "function") throw new TypeError("@fedseal/fastify releases: `store` is needed");
    // A server that cannot read its state does not start.
    await store.read();
    server.decorate("rollouts", store);
    server.decorateRequest("releases", async function () {
      return setFor(await store.read(), this.session.orgId);
    });
    server.get(path, { config: { cache: "no-store" } }, (request) => request.releases());
  },
  { name: "@fedseal/fastify/releases", fastify: "5.x", dependencies: ["@fedseal/fastify/session"] },
);
