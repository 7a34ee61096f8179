import { collectFederationManifestPreloadLinks, registerManifestRemote } from "@fedseal/runtime";
import fedseal, { allowedManifest } from "@fedseal/runtime/node";
import { createInstance } from "@module-federation/runtime";
import * as React from "react";

/** Node cannot unload code, so that every manifest that was used once costs memory until the server ends. */
const MOST_OVERRIDES = 20;

/** The operator's remote, and those that requests ask for. */
export class Remotes {
  #federation;
  #operator;
  #overrides = new Map();
  #origins;

  constructor({ manifest, overrides }) {
    const own = [new URL(manifest).origin];
    this.#origins = overrides?.origins ?? [];
    this.#federation = createInstance({
      name: "ssr-host",
      remotes: [],
      // With `lib`, the host's React counts as loaded: no remote's own copy takes its place.
      shared: {
        react: {
          version: React.version,
          lib: () => React,
          shareConfig: { singleton: true, requiredVersion: "^19.0.0" },
        },
      },
      plugins: [fedseal({ unsealed: "block", origins: [...own, ...this.#origins] })],
    });
    this.#operator = new Remote(this.#federation, "operator", manifest, own);
  }

  /** The remote that the operator configured. */
  operator() {
    return this.#operator.load();
  }

  /**
   * A remote that a request asked for by the URL of its manifest. It never takes the place of another: each has a name
   * of its own in Module Federation.
   *
   * @throws FedsealError, TooManyOverrides
   */
  async override(given) {
    const url = URL.canParse(given) ? new URL(given).href.replace(/#.*$/, "") : given;
    let remote = this.#overrides.get(url);
    if (!remote) {
      if (this.#overrides.size >= MOST_OVERRIDES) throw new TooManyOverrides();
      remote = new Remote(this.#federation, `override${++names}`, url, this.#origins);
      this.#overrides.set(url, remote);
    }
    try {
      return await remote.load();
    } finally {
      // What was refused at the door costs nothing later on.
      if (!remote.registered && this.#overrides.get(url) === remote) this.#overrides.delete(url);
    }
  }
}

/** What nothing but a new start of the server helps against. */
export class TooManyOverrides extends Error {}

let names = 0;

class Remote {
  registered = false;
  #federation;
  #name;
  #url;
  #origins;
  #loading;

  constructor(federation, name, url, origins) {
    this.#federation = federation;
    this.#name = name;
    this.#url = url;
    this.#origins = origins;
  }

  /** What the page needs of it. Requests at the same time share one load, and a failed load is tried again by the next. */
  load() {
    if (this.#loading) return this.#loading;
    // A page that fails late must not end a load that was started since.
    const forget = () => {
      if (this.#loading === loading) this.#loading = undefined;
    };
    const loading = this.#load().then(
      (loaded) => ({ ...loaded, forget }),
      (error) => {
        forget();
        throw error;
      },
    );
    this.#loading = loading;
    return loading;
  }

  async #load() {
    // Before anything is registered: address, redirects, and every origin that the manifest names.
    const { url, manifest } = await allowedManifest(this.#url, { origins: this.#origins });
    // The very manifest that passed, also in place of an older one, which may be the reason of a failure.
    await registerManifestRemote(this.#name, url, { manifest, instance: this.#federation });
    this.registered = true;
    const { default: Component } = await this.#federation.loadRemote(`${this.#name}/Button`);
    const links = collectFederationManifestPreloadLinks(url, manifest, "./Button", { asyncChunkPolicy: "css" });
    // The page runs no scripts: only the styles are for the browser.
    return { Component, styles: links.filter((link) => link.as === "style") };
  }
}
