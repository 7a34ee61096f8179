import { createRequire } from "node:module";

/** What remotes, shells, environments and packages may be called, and which versions they may have. */

/** Name of the contract among the assets of a build, beside the manifest. */
export const CONTRACT_FILE = "mf-contract.json";

/** The name of the contract package that shells import, unless another one is given. */
export const PACKAGE = "@platform/mfe-contracts";

/** Names of the contract package's own modules and files. */
const TAKEN = new Set(["ambient", "load-remote", "interfaces", "contracts.lock.json", "package.json"]);

/**
 * Letters, digits, `_`, `$`, `~`, `-` and `.` inside: what folders of all systems, module specifiers and `name@version` can
 * hold. A name may have a scope and, as names of Module Federation may, several parts.
 */
const PART = String.raw`[\p{L}\p{N}_$~-](?:[\p{L}\p{N}_$~.-]*[\p{L}\p{N}_$~-])?`;
const NAME = new RegExp(`^(?:@${PART}/)?${PART}(?:/${PART})*$`, "u");

/** What npm takes for the name of a package (but for its length). */
const PACKAGE_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** Why a remote cannot have this name: it is a folder of the contract package, and what shells import. */
export function remoteProblem(name: string): string | undefined {
  if (TAKEN.has(name)) return `${JSON.stringify(name)}: the contract package has a file of that name`;
  return appProblem(name);
}

/** Why neither a remote nor a shell can have this name: it stands before an `@` and a version. */
export function appProblem(name: string): string | undefined {
  if (NAME.test(name)) return undefined;
  return `${JSON.stringify(name)}: a name has letters, digits, \`_\`, \`-\` and inner dots, as \`shop\` or \`@team/shop\``;
}

/** Why an environment cannot have this name. */
export function environmentProblem(name: string): string | undefined {
  if (/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u.test(name)) return undefined;
  return `${JSON.stringify(name)}: the name of an environment is a text such as \`production\`, without spaces around it`;
}

/** Why a contract package cannot have this name. */
export function packageProblem(name: string): string | undefined {
  if (name.length <= 214 && PACKAGE_NAME.test(name)) return undefined;
  return `${JSON.stringify(name)}: the name of an npm package is in lower case, as \`@platform/mfe-contracts\``;
}

/** Why a version is none of SemVer 2.0.0. */
export function versionProblem(version: string): string | undefined {
  // `semver` takes `v1.2.3` and spaces as well.
  if (/^\d\S*$/.test(version) && validVersion(version) !== null) return undefined;
  return `${JSON.stringify(version)}: a version has three numbers, as \`1.2.0\` (SemVer 2.0.0)`;
}

/** Every call of the command loads this file, for its options: what judges versions is loaded when there is one. */
function validVersion(version: string): string | null {
  const valid = createRequire(import.meta.url)(
    "semver/functions/valid.js",
  ) as typeof import("semver/functions/valid.js");
  return valid(version);
}
