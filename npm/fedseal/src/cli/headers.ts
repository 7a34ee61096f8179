import { type Diagnostic, render } from "@fedseal/binding";
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import { folderSettings } from "../config/folder-settings.js";
import { loadConfig } from "../config/load.js";
import { forCaddy } from "../gates/cache/generate/caddy.js";
import { forNginx } from "../gates/cache/generate/nginx.js";
import { NotExpressible, type Plan, planHeaders } from "../gates/cache/generate/plan.js";
import { forAnyServer, forCloudFront, forNetlify, forVercel } from "../gates/cache/generate/platforms.js";
import { UnusableManifest } from "../gates/cache/sealed.js";
import { aboutMissing } from "../gates/cache/settings.js";
import { list } from "./contract/options.js";
import type { ExitCode } from "./exit-code.js";
import { configuration, type Done } from "./options.js";
import { print, visible, visibleLines } from "./output.js";

const SERVERS: Record<string, (plan: Plan) => string> = {
  nginx: forNginx,
  netlify: forNetlify,
  vercel: forVercel,
  caddy: forCaddy,
  cloudfront: forCloudFront,
};

const MISSING_FOR = `--for is missing: one of ${Object.keys(SERVERS).join(", ")}; or --format json`;

interface Options {
  for?: string;
  format: "text" | "json";
  manifest?: string;
  base: string;
  origin: string[];
  entry: string[];
  tenantManifest: boolean;
  config?: string;
}

/** Adds `fedseal headers`. */
export function register(program: Command, done: Done): void {
  program
    .command("headers")
    .description("write the configuration of a server that sends the right headers for a sealed output folder")
    .argument("<dir>", "output folder that holds the manifest")
    .addOption(
      new Option("--for <server>", "the server; required, unless the format is json").choices(Object.keys(SERVERS)),
    )
    .addOption(
      new Option("--format <name>", "text is the configuration of the server, json a list of the headers of each file")
        .choices(["text", "json"])
        .default("text"),
    )
    .option("--manifest <file>", "manifest, relative to the folder (default: the only mf-manifest.json)")
    .addOption(new Option("--base <path>", "path of the URL that serves the folder").argParser(basePath).default("/"))
    .addOption(
      list("--origin <origin>", "origin of a shell that may load the files (default: cache.shells, else all)", origin),
    )
    .addOption(list("--entry <file>", "further file whose URL stays and whose content changes"))
    .option("--tenant-manifest", "the manifest depends on who asks", false)
    .addOption(configuration())
    .addHelpText(
      "after",
      `
Examples:
  fedseal headers --for nginx dist > fedseal.conf
  fedseal headers --for netlify dist >> dist/_headers
  fedseal headers --format json dist
  fedseal headers --for caddy --origin https://shell.example --base /shop/ dist`,
    )
    .action(async (dir: string, options: Options) => done(await writeHeaders(dir, options)));
}

/** `fedseal headers --for <server> <dir>` */
export async function writeHeaders(dir: string, options: Options): Promise<ExitCode> {
  const { for: server, format } = options;
  const write = format === "json" ? forAnyServer : SERVERS[server ?? ""];
  if (!write || (format === "json" && server !== undefined)) {
    const message = write ? "give --for or --format json, not both: both say what is written" : MISSING_FOR;
    process.stderr.write(`fedseal: ${message}\n`);
    return 2;
  }
  const { loaded, diagnostics } = await loadConfig(process.cwd(), options.config);
  if (!loaded) return refused(diagnostics);
  const { settings, diagnostics: wrong } = await folderSettings(loaded, dir, manifestOf(options), (key) => `--${key}`);
  if (wrong.length > 0) return refused(wrong);
  const { entries = [], shells = [], tenantManifest = false } = loaded.config.cache ?? {};
  try {
    const plan = await planHeaders(dir, {
      ...(settings.manifest !== undefined && { manifest: settings.manifest }),
      base: options.base,
      origins: options.origin.length > 0 ? options.origin : shells,
      settings: {
        entries: [...entries, ...options.entry],
        tenantManifest: options.tenantManifest || tenantManifest,
      },
    });
    const about = (entry: string) => visible(aboutMissing(entry, [dir]));
    const wrongly = plan.missing.filter((one) => options.entry.includes(one));
    for (const one of wrongly) process.stderr.write(`fedseal: --entry ${about(one)}\n`);
    if (wrongly.length > 0) return 2;
    // It may be that of another output folder of the project.
    for (const one of plan.missing) process.stderr.write(`fedseal: \`cache.entries\` ${about(one)}\n`);
    print(write(plan));
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof UnusableManifest || thrown instanceof NotExpressible)) throw thrown;
    process.stderr.write(`fedseal: ${visible(`${dir}: ${thrown.message}`)}\n`);
    return 2;
  }
}

function manifestOf({ manifest }: Options): { manifest?: string } {
  return manifest === undefined ? {} : { manifest };
}

/** What is printed is a file of a server: findings go to standard error. */
function refused(diagnostics: Diagnostic[]): ExitCode {
  process.stderr.write(`${visibleLines(render({ findings: diagnostics, area: "config", base: "" }, "text"))}\n`);
  return 2;
}

function basePath(text: string): string {
  if (!/^\/([^/?#\s]+\/)*$/.test(text))
    throw new InvalidArgumentError("Write it as a path with `/` at both ends, such as /shop/.");
  return text;
}

function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.origin !== text)
    throw new InvalidArgumentError("Write it as an origin, such as https://shell.example.");
  return text;
}
