import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Baseline, baselineOf } from "../../contract/deploy/typecheck/typecheck.js";
import { didYouMean } from "../../near-name.js";

/** A deployed shell and how it compiles today. */
export interface TypecheckFolder {
  /** `shell@3.2.0` */
  shell: string;
  baseline: Baseline | string;
}

interface Options {
  typecheck: readonly string[];
  typecheckTimeout: number;
  package: string;
}

/** Which shell each `--typecheck` is; compiles it as it is. A text says what is wrong with the options. */
export async function foldersOf(options: Options, deployed: readonly string[]): Promise<TypecheckFolder[] | string> {
  const found: TypecheckFolder[] = [];
  for (const given of options.typecheck) {
    const at = given.indexOf("=");
    const named = at > 0 && deployed.some((id) => isOf(id, given.slice(0, at))) ? given.slice(0, at) : undefined;
    const written = named === undefined ? given : given.slice(at + 1);
    const path = resolve(written);
    if (!existsSync(path)) return notThere(given, at, named, deployed);
    const shells = new Set(deployed.filter((id) => isOf(id, named ?? nameOf(path, deployed))));
    if (shells.size === 0) {
      const known = [...new Set(deployed)].join(", ") || "none";
      return `--typecheck ${written} does not say whose folder it is; write --typecheck <shell>=${written} (deployed: ${known})`;
    }
    const twice = found.find((one) => shells.has(one.shell));
    if (twice) return `there are two --typecheck of ${twice.shell}`;
    const { typecheckTimeout: timeout, package: name } = options;
    const baseline = await baselineOf({ path, package: name, timeout });
    for (const shell of shells) found.push({ shell, baseline });
  }
  return found;
}

/** A folder that is not there, or a shell that is not: `other=shell` is either. */
function notThere(given: string, at: number, named: string | undefined, deployed: readonly string[]): string {
  const all = `deployed: ${[...new Set(deployed)].join(", ")}`;
  const name = given.slice(0, at);
  if (named !== undefined || at < 1 || !existsSync(resolve(given.slice(at + 1)))) {
    return `--typecheck ${given}: there is no such folder (${all})`;
  }
  const names = [...deployed, ...deployed.map((id) => id.slice(0, id.lastIndexOf("@")))];
  const hint = didYouMean(name, names);
  return `--typecheck ${given}: no shell called ${name} is deployed there (${all})${hint === undefined ? "" : `. ${hint}`}`;
}

/** Name of the shell in a folder: the only one there is, or the one that its package.json names. */
function nameOf(path: string, deployed: readonly string[]): string | undefined {
  const names = new Set(deployed.map((id) => id.slice(0, id.lastIndexOf("@"))));
  const [only] = names;
  if (names.size === 1) return only;
  const manifest = join(path, "package.json");
  if (!existsSync(manifest)) return undefined;
  const { name } = JSON.parse(readFileSync(manifest, "utf8")) as { name?: unknown };
  return typeof name === "string" ? name : undefined;
}

/** `shell` or `shell@3.2.0` */
function isOf(id: string, wanted: string | undefined): boolean {
  return wanted !== undefined && (id === wanted || id.slice(0, id.lastIndexOf("@")) === wanted);
}
