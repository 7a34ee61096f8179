/**
 * The Module Federation runtime plugin for hosts in browsers. `FedsealPlugin` adds it to a host's build; by hand it is
 * one of `runtimePlugins`, or of the `plugins` of `createInstance`.
 *
 * @packageDocumentation
 */
import { fedsealError } from "../errors.js";
import {
  around,
  type ElementArgs,
  type EnforceOptions,
  type FederationRuntimePlugin,
  federationPlugin,
  namesOf,
} from "../host-plugin.js";
import { registry } from "../page-registry.js";
import { admitModule, importSealed, isModule } from "./import-map.js";

export type { FedsealError, FedsealErrorCode } from "../errors.js";
export type { EnforceOptions, FederationRuntimePlugin } from "../host-plugin.js";
export type { IntegrityMode, RedirectPolicy, Unsealed, UnsealedPolicy } from "../policy.js";
export type { Report } from "../report.js";

/**
 * Makes the browser refuse every byte of a remote that its sealed manifest does not name.
 */
export default function fedseal(options: EnforceOptions = {}): FederationRuntimePlugin {
  const { find, guard, judge } = registry();
  // Workers have the host's runtime, too; they load no remotes.
  const head = globalThis.document?.head;
  // Remotes whose chunk loader does not ask: sealed by the command, or built by a bundler that fedseal has no plugin for.
  if (head) {
    around(head, "appendChild", (append, node) => {
      const url = node.src || node.href;
      if (url && find(url)) guard(node, []);
      return append();
    });
  }
  return federationPlugin(options, {
    admitted: admitModule,
    async loadEntry(remote) {
      if (!head) throw fedsealError("ERR_FEDSEAL_UNSUPPORTED", remote.entry, "needs @fedseal/runtime/node");
      if (!find(remote.entry)) {
        const error = judge(remote.entry, namesOf(remote));
        if (error) throw error;
        return undefined;
      }
      if (isModule(remote.type)) return importSealed(remote);
      if (remote.type === "system") {
        throw fedsealError("ERR_FEDSEAL_UNSUPPORTED", remote.entry, "is a SystemJS remote.");
      }
      return undefined;
    },
    createElement,
  });
}

/** Returns the element that Module Federation inserts: its own plugins' or ours, with the hash on it. */
function createElement(kind: "script" | "link", made: Made, args: ElementArgs): unknown {
  const given = made instanceof HTMLElement ? made : made?.[kind];
  const element = given ?? create(kind, args);
  const error = registry().guard(element as HTMLScriptElement, args.remoteInfo ? namesOf(args.remoteInfo) : []);
  // Not even requested, and the caller gets the reason.
  if (error) throw error;
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
