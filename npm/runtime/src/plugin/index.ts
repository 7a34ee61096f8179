/**
 * The Module Federation runtime plugin for hosts in browsers. `FedsealPlugin` adds it to a host's build; by hand it is
 * one of `runtimePlugins`, or of the `plugins` of `createInstance`.
 *
 * @packageDocumentation
 */
import { fedsealError } from "../errors.js";
import {
  type Context,
  type ElementArgs,
  type EnforceOptions,
  type FederationRuntimePlugin,
  federationPlugin,
  namesOf,
  requireSealed,
} from "../federation.js";
import { registry } from "../registry.js";
import { admitModule, importSealed, isModule } from "./module.js";
import { trustedUrl } from "./trusted.js";

export type { FedsealError, FedsealErrorCode } from "../errors.js";
export type { EnforceOptions, FederationRuntimePlugin } from "../federation.js";
export type { IntegrityMode, RedirectPolicy, Unsealed, UnsealedPolicy } from "../policy.js";
export type { Report } from "../report.js";

/**
 * Makes the browser refuse every byte of a remote that its sealed manifest does not name.
 *
 * @throws ERR_FEDSEAL_UNSUPPORTED where something else holds the global name `__FEDSEAL__`.
 */
export default function fedseal(options: EnforceOptions = {}): FederationRuntimePlugin {
  return federationPlugin(options, {
    admitted(admitted) {
      if (typeof document === "object") admitModule(admitted, options);
    },
    async loadEntry(remote, context) {
      if (typeof document !== "object") {
        throw fedsealError(
          "ERR_FEDSEAL_UNSUPPORTED",
          "@fedseal/runtime/plugin is for browsers; servers use @fedseal/runtime/node.",
          {},
        );
      }
      if (!registry().knows(remote.entry)) {
        requireSealed(remote.entry, remote, context);
        return undefined;
      }
      if (isModule(remote.type)) return importSealed(remote, context);
      if (remote.type === "system") {
        throw fedsealError(
          "ERR_FEDSEAL_UNSUPPORTED",
          `${remote.name} is a SystemJS remote, whose files no browser checks. Build it with the library type "var" or "module".`,
          { url: remote.entry, remote: remote.name },
        );
      }
      return undefined;
    },
    createElement,
  });
}

/** Returns the element that Module Federation inserts: its own plugins' or ours, with the hash on it. */
function createElement(kind: "script" | "link", made: unknown, args: ElementArgs, context: Context): unknown {
  const names = args.remoteInfo ? namesOf(args.remoteInfo) : [];
  const result = (typeof made === "object" && made !== null ? made : {}) as Record<string, unknown>;
  const given = made instanceof HTMLElement ? made : result[kind];
  const element = given instanceof HTMLElement ? given : create(kind, args, context);
  const error = registry().guard(element as HTMLScriptElement | HTMLLinkElement, names);
  // Not even requested, and the caller gets the reason.
  if (error) throw error;
  return made instanceof HTMLElement || !("timeout" in result) ? element : { ...result, [kind]: element };
}

/** As Module Federation does it when no plugin returns an element: when one does, it sets nothing itself. */
function create(kind: "script" | "link", { url, attrs = {} }: ElementArgs, context: Context): HTMLElement {
  const element = document.createElement(kind);
  if (element instanceof HTMLScriptElement) {
    element.type = attrs.type === "module" ? "module" : "text/javascript";
    element.src = trustedUrl(url, context.options);
  } else {
    (element as HTMLLinkElement).href = url;
  }
  for (const [name, value] of Object.entries(attrs)) {
    if (name === "async" || name === "defer") (element as HTMLScriptElement)[name as "async"] = Boolean(value);
    else if (!element.getAttribute(name)) element.setAttribute(name, String(value));
  }
  return element;
}
