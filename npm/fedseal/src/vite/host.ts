import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { checkRemoteNames } from "../plugin/check-remote-names.js";
import { pluginFile, signatureFile } from "../plugin/enforce/host.js";
import { unsealedOf } from "../plugin/enforce/rules.js";
import type { EnforceOptions } from "../plugin/options.js";
import { type Federation, manifestOf, remoteNamesOf } from "./federation.js";

/** The module that hosts get among their `runtimePlugins`. */
export const HOST_MODULE = "virtual:fedseal/host";

/** How Vite knows that module: the zero byte keeps other plugins away from it. */
export const HOST_ID = `\0${HOST_MODULE}`;

/** Where users put fedseal's plugin themselves. */
const BY_HAND = /^@fedseal\/runtime\/(?:plugin|node)\b/;

/** A build that names remotes, or that exposes nothing and so has no other use for Module Federation. */
export function isHost({ remotes, exposes }: Federation): boolean {
  return Object.keys(remotes).length > 0 || Object.keys(exposes).length === 0;
}

/** Adds fedseal's runtime plugin to the runtime plugins of a host, as long as nobody did so by hand. */
export function wireHost(federation: Federation): void {
  const named = federation.runtimePlugins.map((one) => (typeof one === "string" ? one : one[0]));
  if (named.includes(HOST_MODULE) || named.some((one) => BY_HAND.test(one))) return;
  // The plugin of Module Federation reads its options when it makes the module that starts the runtime.
  federation.runtimePlugins.push(HOST_MODULE);
}

/** What is wrong with a configuration before anything is built. */
export function checkFederation(
  federations: readonly Federation[],
  { manifest, enforce }: { manifest?: string; enforce?: false | EnforceOptions },
): Diagnostic[] {
  if (federations.length === 0) {
    const message = "fedseal finds no federation plugin in this configuration";
    const help = "Add `federation({ …, manifest: true })` of `@module-federation/vite` or of `vite-plugin-federation`.";
    return [diagnostic("manifest/missing", message, undefined, help)];
  }
  const without = federations.filter((one) => Object.keys(one.exposes).length > 0 && manifestOf(one) === undefined);
  const missing = manifest === undefined ? without : [];
  const help = "Set `manifest: true` in the options of the federation plugin.";
  return [
    ...missing.map(({ name }) =>
      diagnostic("manifest/missing", `the federation plugin of ${name} writes no manifest`, undefined, help),
    ),
    ...(enforce ? checkRemoteNames(enforce, federations.flatMap(remoteNamesOf)) : []),
  ];
}

/** Whether the pages of each host got the runtime plugin, whoever put it there. */
export function checkHosts(
  federations: readonly Federation[],
  isTold: boolean,
  bundle: Record<string, { type: string; moduleIds?: readonly string[] }>,
): Diagnostic[] {
  if (!isTold && !federations.some(isHost)) return [];
  const files = [true, false].map((modules) => pluginFile(false, modules).replaceAll("\\", "/"));
  const ids = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds.map((id) => id.replace(/[?#].*$/, "")));
  if (ids.some((id) => files.includes(id))) return [];
  const message =
    "this host does not contain fedseal's runtime plugin, so that nothing would hold its remotes to their seals";
  const help =
    "Leave `runtimePlugins` of the federation plugin as fedseal finds it when Vite has read the configuration, or set `enforce: false`.";
  return [diagnostic("enforce/host-not-wired", message, undefined, help)];
}

/** The code of the module: a function that makes the runtime plugin, as Module Federation calls it. `more` are further options. */
export function hostModule(options: EnforceOptions | undefined, isServer: boolean, more: object): string {
  const { modules = true, signature, unsealed: _, runtimeRemotes: __, ...given } = options ?? {};
  const plugin = specifier(pluginFile(isServer, modules));
  const parameters = JSON.stringify({ unsealed: unsealedOf(options), ...given, ...more });
  if (!signature) return `import fedseal from ${plugin};\nexport default () => fedseal(${parameters});\n`;
  return `import fedseal from ${plugin};
import { checksOf } from ${specifier(signatureFile())};
export default () => fedseal({ ...${parameters}, signature: checksOf(${JSON.stringify(signature)}) });
`;
}

function specifier(path: string): string {
  return JSON.stringify(path.replaceAll("\\", "/"));
}
