import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { didYouMean } from "./near-name.js";
import type { EnforceOptions } from "./options.js";

/**
 * What is wrong with the names of remotes in `enforce`: a name that belongs to no remote is a setting without effect.
 * `names` are the names of the host's remotes: the keys in `remotes`, and the names of their containers. A host that names
 * no remote anywhere may be given any at run time, and every name is accepted.
 */
export function checkRemoteNames(enforce: EnforceOptions, names: readonly string[]): Diagnostic[] {
  const known = new Set([...names, ...(enforce.runtimeRemotes ?? [])]);
  if (known.size === 0) return [];
  const { unsealed, manifests, mirrors } = enforce;
  const byRemote = { unsealed: typeof unsealed === "object" ? unsealed : {}, manifests, mirrors };
  return Object.entries(byRemote).flatMap(([option, values]) =>
    Object.keys(values ?? {})
      // `"*"` stands for the remotes that are not named, where there is a value for those.
      .filter((name) => !known.has(name) && !(name === "*" && option === "unsealed"))
      .map((name) => unknownRemote(option, name, known)),
  );
}

function unknownRemote(option: string, name: string, known: ReadonlySet<string>): Diagnostic {
  const message = `options.enforce.${option} names ${JSON.stringify(name)}, but this host has no such remote`;
  const names = [...known].sort().map((one) => JSON.stringify(one));
  const help = [
    didYouMean(name, known),
    `The remotes of this host are ${names.join(", ")}.`,
    "List a remote that is registered only at run time in `enforce.runtimeRemotes`.",
  ];
  return diagnostic("enforce/unknown-remote", message, undefined, help.filter(Boolean).join(" "));
}
