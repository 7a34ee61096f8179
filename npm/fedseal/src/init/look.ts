import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import picomatch from "picomatch";
import { relativeTo } from "../locations.js";
import { type BuildFacts, type Bundler, readBuild } from "./build-file.js";

/** What `fedseal init` sees of a project. Nothing is executed. */
export interface Seen {
  /** Folder that was looked at, absolute. */
  root: string;
  /** Root of the repository, where pipelines live; the folder itself without one. */
  repository: string;
  /** Builds with Module Federation: of the folder, or of its workspaces. */
  builds: Build[];
  /** Bundler configurations in which no Module Federation plugin was found. */
  others: string[];
  pipelines: { github: boolean; gitlab: boolean };
  packageManager: "npm" | "pnpm" | "yarn" | "bun";
}

/** A project with a bundler configuration. */
export interface Build extends BuildFacts {
  /** Its folder, relative to the root, `.` for the root itself. */
  folder: string;
  /** Its bundler configuration, relative to the root. */
  file: string;
  bundler: Bundler;
}

const BUNDLERS = ["rspack", "rsbuild", "webpack", "vite"] as const satisfies Bundler[];
const ENDINGS = ["ts", "mts", "cts", "js", "mjs", "cjs"];

/** Looks at the project in a folder. */
export async function look(root: string): Promise<Seen> {
  const repository = repositoryOf(root);
  const builds: Build[] = [];
  const others: string[] = [];
  for (const folder of [".", ...workspacesOf(root)]) {
    for (const bundler of BUNDLERS) {
      for (const ending of ENDINGS) {
        const file = join(root, folder, `${bundler}.config.${ending}`);
        if (!existsSync(file)) continue;
        const shown = relativeTo(root, file);
        const facts = await readBuild(readFileSync(file, "utf8"), shown, bundler);
        if (facts) builds.push({ ...facts, folder: relativeTo(root, join(root, folder)), file: shown, bundler });
        else others.push(shown);
      }
    }
  }
  return {
    root,
    repository,
    builds,
    others,
    pipelines: {
      github: existsSync(join(repository, ".github")),
      gitlab: existsSync(join(repository, ".gitlab-ci.yml")),
    },
    packageManager: packageManagerOf(root, repository),
  };
}

/** Folders of the workspaces of npm, Yarn, Bun (`workspaces`) and pnpm (`pnpm-workspace.yaml`), relative to the root. */
function workspacesOf(root: string): string[] {
  const globs = [
    ...packageWorkspaces(join(root, "package.json")),
    ...pnpmWorkspaces(join(root, "pnpm-workspace.yaml")),
  ];
  const wanted = globs.filter((glob) => !glob.startsWith("!"));
  if (wanted.length === 0) return [];
  const ignore = globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const isWanted = picomatch(
    wanted.map((glob) => glob.replace(/^\.\//, "").replace(/\/$/, "")),
    { ignore },
  );
  return foldersBelow(root).filter((folder) => isWanted(folder) && existsSync(join(root, folder, "package.json")));
}

/** Deeper workspaces are rare, and a walk has to end. */
const DEPTH = 4;

function foldersBelow(root: string, below = "", depth = 0): string[] {
  if (depth >= DEPTH) return [];
  return readdirSync(join(root, below), { withFileTypes: true })
    .filter((one) => one.isDirectory() && one.name !== "node_modules" && !one.name.startsWith("."))
    .map((one) => (below === "" ? one.name : `${below}/${one.name}`))
    .sort()
    .flatMap((folder) => [folder, ...foldersBelow(root, folder, depth + 1)]);
}

function packageWorkspaces(file: string): string[] {
  const value = jsonAt(file) as { workspaces?: string[] | { packages?: string[] } } | undefined;
  const found = Array.isArray(value?.workspaces) ? value.workspaces : (value?.workspaces?.packages ?? []);
  return found.filter((one): one is string => typeof one === "string");
}

/** Its list has one item per line in every file that pnpm writes or documents. */
function pnpmWorkspaces(file: string): string[] {
  if (!existsSync(file)) return [];
  const [, list = ""] = /^packages:\s*\n((?:[ \t]*(?:-.*|#.*)?\n?)*)/m.exec(readFileSync(file, "utf8")) ?? [];
  return [...list.matchAll(/^\s*-\s*['"]?([^'"#\n]+?)['"]?\s*(?:#.*)?$/gm)].map(([, glob = ""]) => glob);
}

function jsonAt(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    // A package.json that npm could not read either: nothing is seen in it.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function packageManagerOf(root: string, repository: string): Seen["packageManager"] {
  const has = (name: string) => existsSync(join(root, name)) || existsSync(join(repository, name));
  if (has("pnpm-lock.yaml")) return "pnpm";
  if (has("yarn.lock")) return "yarn";
  if (has("bun.lock") || has("bun.lockb")) return "bun";
  return "npm";
}

function repositoryOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return root;
  }
}
