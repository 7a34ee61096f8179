import { fedsealError } from "../errors.js";
import {
  around,
  type ElementArgs,
  type EnforceOptions,
  type FederationRuntimePlugin,
  federationPlugin,
  type RemoteInfo,
} from "../host-plugin.js";
import { type Asker, registry, type Scope } from "../page-registry.js";

/** The part that only ES module remotes need. */
export interface Modules {
  admitted(admitted: Scope, others?: () => Promise<void>): void | Promise<void>;
  importSealed(remote: RemoteInfo, asker: Asker): Promise<unknown>;
}

/** The runtime plugin for pages. Without `modules` it refuses ES module remotes. */
export function browserPlugin(options: EnforceOptions, modules?: Modules): FederationRuntimePlugin {
  const { bind, brought, find, inserted, judge } = registry();
  // Workers have the host's runtime, too; they load no remotes.
  const head = globalThis.document?.head;
  // Remotes whose chunk loader does not ask: sealed by the command, or built by a bundler that fedseal has no plugin for.
  if (head) {
    around(head, "appendChild", (append, node) => {
      inserted(node);
      return append();
    });
  }
  return federationPlugin(options, {
    ...modules,
    async loadEntry(remote, asker) {
      const { entry, type } = remote;
      if (!head) throw unsupported(remote, "needs @fedseal/runtime/node");
      const module = isModule(type);
      if (!find(entry)) {
        const error = judge(entry, asker);
        if (error) throw error;
        if (module) bind(entry, asker);
        return undefined;
      }
      if (type === "system") throw unsupported(remote, "is a SystemJS remote.");
      if (!module) {
        // Module Federation takes what has the container's name already, whoever put it there: a manifest chooses the name.
        const there = containerOf(remote);
        return there && !brought(there, entry) ? load(remote, asker, there) : undefined;
      }
      if (!modules) throw unsupported(remote, "is an ES module remote: `modules: false`.");
      return modules.importSealed(remote, asker);
    },
    createElement,
  });
}

/** What Module Federation takes for the container of a remote of scripts. */
function containerOf({ name, entryGlobalName }: RemoteInfo): object | undefined {
  const found = (globalThis as Record<string, unknown>)[entryGlobalName || `__FEDERATION_${name}:custom__`];
  return typeof found === "object" && found ? found : undefined;
}

/** Loads an entry in place of a container that did not come with it. */
async function load(remote: RemoteInfo, asker: Asker, there: object): Promise<unknown> {
  const script = createElement("script", undefined, { url: remote.entry, remoteInfo: remote }, asker) as HTMLElement;
  await new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(`${remote.entry} did not load`)));
    document.head.append(script);
  });
  const container = containerOf(remote);
  if (container !== there) return container;
  throw unsupported(remote, "makes no container.");
}

/** Whether Module Federation loads a remote by `import()`. */
export function isModule(type: string | undefined): boolean {
  return type === "module" || type === "esm";
}

export function unsupported({ name, entry }: RemoteInfo, what: string, cause?: unknown) {
  return fedsealError("ERR_FEDSEAL_UNSUPPORTED", entry, what, { remote: name }, cause);
}

/** Returns the element that Module Federation inserts: its own plugins' or ours, with the hash on it. */
function createElement(kind: "script" | "link", made: Made, args: ElementArgs, asker: Asker): unknown {
  const given = made instanceof HTMLElement ? made : made?.[kind];
  const element = given ?? create(kind, args);
  const error = registry().guard(element as HTMLScriptElement, asker);
  // Not even requested, and the caller gets the reason.
  if (error) throw error;
  const { url, remoteInfo } = args;
  if (remoteInfo?.entry === url) {
    element.addEventListener("load", () => {
      const container = containerOf(remoteInfo);
      if (container) registry().brought(container, url, true);
    });
  }
  return (made as { timeout?: number })?.timeout ? { ...made, [kind]: element } : element;
}

/** What the hooks of other plugins return. */
type Made = HTMLElement | { script?: HTMLElement; link?: HTMLElement; timeout?: number } | undefined;

/** As Module Federation does it when no plugin returns an element: when one does, it sets nothing itself. */
function create(kind: "script" | "link", { url, attrs = {} }: ElementArgs): HTMLElement {
  const element = document.createElement(kind);
  if (element instanceof HTMLScriptElement) {
    element.type = attrs.type === "module" ? "module" : "text/javascript";
    // Under Trusted Types a string is no address of a script: @fedseal/runtime/trusted-types makes the policy.
    element.src = (registry().shared.policy?.createScriptURL(url) ?? url) as string;
  } else {
    (element as HTMLLinkElement).href = url;
  }
  for (const [name, value] of Object.entries(attrs)) {
    if (name === "async" || name === "defer") (element as HTMLScriptElement)[name as "async"] = Boolean(value);
    else if (name !== "type" || kind === "link") element.setAttribute(name, value as string);
  }
  return element;
}
