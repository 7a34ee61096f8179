import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { printedLike } from "./printed-like.js";

interface Manifest {
  name: string;
  bytes: Buffer;
}

/** Of a manifest, what tells whose exposes it lists. */
interface Listed {
  container: string;
  entry: unknown;
  exposes: string[];
}

/**
 * Manifests as each Module Federation plugin would have written them alone: Rspack's built-in one writes the exposes of all plugins of a
 * configuration into every manifest. In that of a plugin that exposes nothing they have no entry, and whoever reads it strictly
 * refuses it. `containers` are those of the build. Exposes that no other manifest explains stay where they are.
 */
export function withoutExposesOfOthers(
  manifests: readonly Manifest[],
  containers: readonly string[],
): { manifests: Manifest[]; diagnostics: Diagnostic[] } {
  if (manifests.length < 2) return { manifests: [...manifests], diagnostics: [] };
  const listed = manifests.map(({ bytes }) => listedIn(bytes));
  const remotes = listed.flatMap((one) => (one && one.entry !== "" && containers.includes(one.container) ? [one] : []));
  const diagnostics: Diagnostic[] = [];
  const left = manifests.map((manifest, index) => {
    const own = listed[index];
    if (own?.entry !== "" || own.exposes.length === 0 || containers.includes(own.container)) return manifest;
    const owners = remotes.filter(({ exposes }) => exposes.some((path) => own.exposes.includes(path)));
    const explained = new Set(owners.flatMap(({ exposes }) => exposes));
    if (!own.exposes.every((path) => explained.has(path))) return manifest;
    const whose = owners.map(({ container }) => JSON.stringify(container)).join(" and ");
    const message = `the ModuleFederationPlugin of ${JSON.stringify(own.container)} exposes nothing, but its manifest lists what that of ${whose} exposes: ${own.exposes.join(", ")}`;
    const place = { file: manifest.name, pointer: "/exposes" };
    diagnostics.push(diagnostic("federation/exposes-of-another-plugin", message, place));
    const text = manifest.bytes.toString();
    return { ...manifest, bytes: printedLike(text, { ...JSON.parse(text), exposes: [] }) };
  });
  return { manifests: left, diagnostics };
}

function listedIn(bytes: Buffer): Listed | undefined {
  try {
    const { name, metaData, exposes } = JSON.parse(bytes.toString());
    if (typeof name !== "string" || !Array.isArray(exposes)) return undefined;
    const paths = exposes.map((one) => one?.path);
    return { container: name, entry: metaData?.remoteEntry?.name, exposes: paths.filter((path) => path !== undefined) };
  } catch (error) {
    // What is wrong with it is said where it is sealed.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
