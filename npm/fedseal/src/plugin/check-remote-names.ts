import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { didYouMean } from "../near-name.js";
import { shownOrKind } from "../schema-errors.js";
import type { EnforceOptions } from "./options.js";

/**
 * What is wrong with the names of remotes in `enforce`: a name that belongs to no remote is a setting without effect.
 * `names` are the names of the host's remotes: the keys in `remotes`, and the names of their containers. A host that names
 * no remote anywhere may be given any at run time, and every name is accepted.
 */
export function checkRemoteNames(enforce: EnforceOptions, names: readonly string[]): Diagnostic[] {
  const known = new Set([...names, ...(enforce.runtimeRemotes ?? [])]);
  if (known.size === 0) return [];
  const { unsealed, signature, manifests, mirrors } = enforce;
  const byRemote = { unsealed: typeof unsealed === "object" ? unsealed : {}, signature, manifests, mirrors };
  return Object.entries(byRemote).flatMap(([option, values]) =>
    Object.keys(values ?? {})
      // `"*"` stands for the remotes that are not named, where there is a value for those.
      .filter((name) => !known.has(name) && !(name === "*" && (option === "unsealed" || option === "signature")))
      .map((name) => unknownRemote(option, name, known)),
  );
}

function unknownRemote(option: string, name: string, known: ReadonlySet<string>): Diagnostic {
  const message = `options.enforce.${option} names ${shownOrKind(name)}, but this host has no such remote`;
  const names = [...known].sort().map((one) => JSON.stringify(one));
  const help = [
    didYouMean(name, known),
    `The remotes of this host are ${names.join(", ")}.`,
    "List a remote that is registered only at run time in `enforce.runtimeRemotes`.",
  ];
  return diagnostic("enforce/unknown-remote", message, undefined, help.filter(Boolean).join(" "));
}

/**
 * The names of the remotes in a `remotes` option, which is an object or a list of strings and objects: the keys, and the
 * names of containers, of which Module Federation knows both at run time.
 */
export function remoteNames(option: unknown): string[] {
  if (typeof option === "string") return [option, ...containerNames(option)];
  if (Array.isArray(option)) return option.flatMap(remoteNames);
  if (typeof option !== "object" || option === null) return [];
  return Object.entries(option).flatMap(([key, value]) => [key, ...containerNames(value)]);
}

/** `shop` in `shop@https://…`, `script shop@https://…`, a list of those, or `{ external: … }`. */
function containerNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(containerNames);
  if (typeof value === "object" && value !== null) return containerNames((value as { external?: unknown }).external);
  if (typeof value !== "string") return [];
  // A promise is code; what looks like a name in it is none.
  if (/^(promise|import) /.test(value)) return [];
  const address = value.replace(/^[a-z0-9-]+ /, "");
  // The name may be that of a scoped package, which begins with an @ itself.
  const end = address.indexOf("@", 1);
  return end > 0 ? [address.slice(0, end)] : [];
}
