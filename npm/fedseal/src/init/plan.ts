import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isWebAddress } from "../config/addresses.js";
import { relativeTo } from "../locations.js";
import { ADDED, type Bundler } from "./build-file.js";
import type { Seen } from "./look.js";
import { githubWorkflow, gitlabJob, joined } from "./pipelines.js";

/** What `fedseal init` would do. */
export interface Plan {
  /** Files to write: their text before, undefined for a new file, and after. Relative to the root. */
  files: { file: string; before: string | undefined; after: string }[];
  /** What is left to do by hand: one sentence or a snippet each. */
  byHand: string[];
}

/** Where the plugin goes. */
const WHERE: Record<Bundler, string> = {
  rspack: "after ModuleFederationPlugin",
  webpack: "after ModuleFederationPlugin",
  rsbuild: "to `plugins`",
  vite: "at the end of `plugins`",
};

export type Pipeline = "github" | "gitlab";

/** Plans what to write. A file that exists is changed only by the plugin line; pipelines that exist are left alone. */
export function plan(seen: Seen, pipelines: readonly Pipeline[]): Plan {
  const files: Plan["files"] = [{ file: "fedseal.config.json", before: undefined, after: configText(seen) }];
  const byHand: string[] = [];
  for (const { file, edited, sealed, bundler, folder, output, isOutputUnknown } of seen.builds) {
    if (isOutputUnknown)
      byHand.push(`fedseal.config.json: put the output folder of ${file} in place of "${joined(folder, output)}"`);
    if (edited !== undefined) files.push({ file, before: readFileSync(join(seen.root, file), "utf8"), after: edited });
    else if (!sealed) {
      const { name, from, code } = ADDED[bundler];
      byHand.push(`${file}: add \`${code}\` (import { ${name} } from "${from}") ${WHERE[bundler]}`);
    }
  }
  const steps = planSteps(seen, pipelines);
  return { files: [...files, ...steps.files], byHand: [...new Set([...byHand, ...steps.byHand])] };
}

/** Plans the steps of pipelines alone, for a project that has its configuration already. */
export function planSteps(seen: Seen, pipelines: readonly Pipeline[]): Plan {
  const files: Plan["files"] = [];
  const byHand: string[] = [];
  for (const pipeline of pipelines) {
    const name = pipeline === "github" ? ".github/workflows/fedseal.yml" : ".gitlab/fedseal.yml";
    const file = relativeTo(seen.root, join(seen.repository, name));
    if (existsSync(join(seen.root, file))) byHand.push(`${file} exists and was left alone`);
    else files.push({ file, before: undefined, after: pipeline === "github" ? githubWorkflow(seen) : gitlabJob(seen) });
    if (pipeline === "gitlab") byHand.push(`.gitlab-ci.yml: add \`include: { local: ${name} }\``);
  }
  return { files, byHand };
}

function configText(seen: Seen): string {
  const folders = seen.builds.map(({ folder, output }) => joined(folder, output));
  const urls = seen.builds.flatMap(({ remotes }) => Object.values(remotes).map(manifestUrl));
  const targets = [...new Set([...folders, ...urls.filter((url) => url !== undefined)])];
  const config = { $schema: schemaPath(seen.root), targets: targets.length > 0 ? targets : ["dist"] };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** The manifest of a remote that is deployed: not of a machine's own server. */
function manifestUrl(entry: string): string | undefined {
  const url = entry.replace(/^[^@/]*@(?=https?:)/, "");
  if (!isWebAddress(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const isLocal =
    hostname === "localhost" || hostname.endsWith(".localhost") || /^(127\.|\[::1\]|0\.0\.0\.0)/.test(hostname);
  return isLocal || !pathname.endsWith(".json") ? undefined : url;
}

/** The schema in the nearest `node_modules` that has this package: workspaces have it further up. */
function schemaPath(root: string): string {
  const schema = "node_modules/fedseal/fedseal.config.schema.json";
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules/fedseal")))
      return relativeTo(root, join(folder, schema)).replace(/^(?!\.)/, "./");
    if (existsSync(join(folder, ".git"))) break;
  }
  return `./${schema}`;
}
