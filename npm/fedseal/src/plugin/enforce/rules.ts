import type { EnforceOptions } from "../options.js";

type Unsealed = NonNullable<EnforceOptions["unsealed"]>;

/**
 * What happens to what nothing seals. Where the host does not say so, remotes with pinned keys are sealed, and others are not
 * yet: they go on, and are told.
 */
export function unsealedOf({ unsealed, signature = {} }: EnforceOptions = {}): Unsealed {
  if (unsealed !== undefined) return unsealed;
  const signed = Object.entries(signature).filter(([, { policy }]) => policy !== "off");
  if (signed.length === 0) return "warn";
  return { "*": "warn", ...Object.fromEntries(signed.map(([name]) => [name, "block" as const])) };
}

/** Whether nothing of a remote may be loaded unchecked: because it is not sealed, or because it is not signed. */
export function isOnBlock(options: EnforceOptions = {}, names: readonly string[]): boolean {
  return isUnsealedBlocked(unsealedOf(options), names) || isSignatureRequired(options, names);
}

/** By each of its names, else by `"*"`; what is not said is blocked, as in the runtime. */
function isUnsealedBlocked(unsealed: Unsealed, names: readonly string[]): boolean {
  if (typeof unsealed === "string") return unsealed === "block";
  return keysOf(unsealed, names).some((name) => (unsealed[name] ?? "block") === "block");
}

function isSignatureRequired({ signature }: EnforceOptions, names: readonly string[]): boolean {
  return (
    signature !== undefined &&
    keysOf(signature, names).some((name) => (signature[name]?.policy ?? "require") === "require")
  );
}

function keysOf(byRemote: object, names: readonly string[]): readonly string[] {
  const own = names.filter((name) => Object.hasOwn(byRemote, name));
  return own.length > 0 ? own : ["*"];
}
