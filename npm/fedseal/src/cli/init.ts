import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { writeFile } from "@fedseal/binding";
import { createTwoFilesPatch } from "diff";
import { findConfig } from "../config/find.js";
import { textOf } from "../diagnostics.js";
import { ADDED } from "../init/build-file.js";
import { look, type Seen } from "../init/look.js";
import { type Pipeline, type Plan, plan, planSteps } from "../init/plan.js";
import { relativeTo } from "../locations.js";
import type { ExitCode } from "./exit-code.js";
import { print, visible } from "./output.js";
import { hasColours, painter } from "./style.js";

/** `fedseal init` */
export async function init({ yes, ci }: { yes: boolean; ci?: string[] }): Promise<ExitCode> {
  const root = process.cwd();
  const { path, diagnostics } = findConfig(root);
  if (diagnostics.length > 0) {
    print(`${diagnostics.map(textOf).join("\n\n")}\n`);
    return 2;
  }
  if (path !== undefined && ci === undefined) {
    const line = `fedseal: ${relativeTo(root, path)} is there already; nothing was changed. \`--ci\` writes the step of a pipeline`;
    print(`${line}\n`);
    return 0;
  }
  const seen = await look(root);
  const pipelines = pipelinesOf(seen, ci);
  const planned = (path === undefined ? plan : planSteps)(seen, pipelines);
  if (ci === undefined && pipelines.length === 0) {
    planned.byHand.push(
      "no pipeline was found, and no step is written: `fedseal init --ci github` or `--ci gitlab` writes one",
    );
  }
  print(`${described(seen)}\n\n${planned.files.map(patch).join("\n")}\n`);
  if (planned.byHand.length > 0)
    print(`To do by hand:\n${planned.byHand.map((one) => `  - ${visible(one)}`).join("\n")}\n\n`);
  if (planned.files.length === 0) {
    print("fedseal: there is nothing to write\n");
    return 0;
  }
  if (!yes && !(await confirmed())) {
    print("fedseal: nothing was written; `fedseal init --yes` writes the files above\n");
    return 2;
  }
  return write(root, planned);
}

function pipelinesOf({ pipelines }: Seen, ci: readonly string[] | undefined): Pipeline[] {
  const wanted = ci ?? (["github", "gitlab"] as const).filter((name) => pipelines[name]);
  return wanted.filter((name): name is Pipeline => name === "github" || name === "gitlab");
}

function described({ builds, others, packageManager, pipelines }: Seen): string {
  const found = builds.map(({ file, federation, exposes, remotes, sealed, bundler }) => {
    const { name, from } = ADDED[bundler];
    // A plugin that is called like the command says nothing.
    const plugin = name === "fedseal" ? from : name;
    const parts = [
      federation,
      exposes ? "exposes modules" : "exposes nothing",
      `remotes: ${Object.keys(remotes).join(", ") || "none written there"}`,
      sealed ? `has ${plugin}` : `has no ${plugin}`,
    ];
    return `  ${visible(file)}: ${visible(parts.join(", "))}`;
  });
  const without = others.map((file) => `  ${visible(file)}: no Module Federation plugin`);
  const nothing = builds.length + others.length === 0 ? ["  no configuration of Rspack, Rsbuild, webpack or Vite"] : [];
  const ci = [pipelines.github ? "GitHub Actions" : "", pipelines.gitlab ? "GitLab" : ""].filter((one) => one !== "");
  const rest = `  ${packageManager}; pipelines: ${ci.join(", ") || "none found"}`;
  return ["fedseal: this project has", ...found, ...without, ...nothing, rest].join("\n");
}

function patch({ file, before, after }: Plan["files"][number]): string {
  const old = before === undefined ? "/dev/null" : file;
  const text = createTwoFilesPatch(old, file, before ?? "", after, undefined, undefined, { context: 2 });
  const paint = painter(hasColours(process.stdout));
  return text
    .split("\n")
    .filter((line) => !line.startsWith("=====") && !line.startsWith("Index: "))
    .map((line) => {
      const shown = visible(line);
      if (line.startsWith("+")) return paint("green", shown);
      return line.startsWith("-") ? paint("red", shown) : shown;
    })
    .join("\n");
}

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await lines.question("Write these files? [y/N] ")).trim());
  } finally {
    lines.close();
  }
}

function write(root: string, { files }: Plan): ExitCode {
  for (const { file, after } of files) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    const failed = writeFile(path, Buffer.from(after));
    if (failed) {
      print(`${textOf(failed)}\n`);
      return 2;
    }
  }
  print(`fedseal: wrote ${files.map(({ file }) => visible(file)).join(", ")}\n`);
  return 0;
}
