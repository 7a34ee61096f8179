import { refreshRemote, registerManifestRemote } from "@fedseal/runtime";
import { type ObservePlugin, observe } from "@fedseal/runtime/observe";
import type { SignatureChecks } from "@fedseal/runtime/signature";
import { loadRemote, registerPlugins } from "@module-federation/runtime";
import { type FederatedId, type FederatedModule, typedLoad } from "@platform/contracts";
import type { Release } from "./start";

const load = typedLoad(loadRemote);

/** The remotes of this page: each in the release that the page's organization gets, for as long as the page is open. */
export class Remotes {
  readonly releases: Readonly<Record<string, Release>>;
  readonly #signature: SignatureChecks;
  readonly #observer: ObservePlugin;
  readonly #registered = new Set<string>();

  constructor(releases: Readonly<Record<string, Release>>, signature: SignatureChecks) {
    this.releases = releases;
    this.#signature = signature;
    this.#observer = observe({ endpoint: "/api/platform/rum", releases });
    registerPlugins([this.#observer]);
  }

  /**
   * A module of a remote. The remote's manifest has to be signed by its team, for its origin, and no older than the release set says.
   * `again`: what failed may be a file that was replaced meanwhile, so that the manifest is asked for once more.
   */
  async load<Id extends FederatedId>(id: Id, { again = false } = {}): Promise<FederatedModule<Id>> {
    await this.#register(id);
    if (again) await refreshRemote(remoteOf(id));
    return load(id);
  }

  async #register(id: string): Promise<void> {
    const name = remoteOf(id);
    if (this.#registered.has(name)) return;
    const release = this.releases[name];
    if (!release) throw new Error(`this organization has no release of ${name}`);
    const { manifest, integrity } = release;
    try {
      await registerManifestRemote(name, manifest, {
        signature: this.#signature,
        ...(integrity !== undefined && { fetchInit: { integrity } }),
      });
      this.#registered.add(name);
    } catch (error) {
      // Module Federation was not asked yet, so that its plugins do not hear of it.
      const told = { id, error, remote: { name, entry: manifest } };
      this.#observer.errorLoadRemote({ ...told, lifecycle: "afterResolve" });
      this.#observer.errorLoadRemote(told);
      throw error;
    }
  }
}

export function remoteOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}
