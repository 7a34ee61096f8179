import { type Diagnostic, render } from "@fedseal/binding";
import { folderSettings } from "../config/folder-settings.js";
import { loadConfig } from "../config/load.js";
import { forCaddy } from "../gates/cache/generate/caddy.js";
import { forNginx } from "../gates/cache/generate/nginx.js";
import { NotExpressible, type Plan, planHeaders } from "../gates/cache/generate/plan.js";
import { forAnyServer, forCloudFront, forNetlify, forVercel } from "../gates/cache/generate/platforms.js";
import { UnusableManifest } from "../gates/cache/sealed.js";
import { aboutMissing } from "../gates/cache/settings.js";
import type { Server } from "./commands/headers.js";
import type { ExitCode } from "./exit-code.js";
import { print, visible, visibleLines } from "./output.js";

/** What each server of the option `--for` gets. */
const SERVERS: Record<Server, (plan: Plan) => string> = {
  nginx: forNginx,
  netlify: forNetlify,
  vercel: forVercel,
  caddy: forCaddy,
  cloudfront: forCloudFront,
};

const MISSING_FOR = `--for is missing: one of ${Object.keys(SERVERS).join(", ")}; or --format json`;

interface Options {
  for?: Server;
  format: "text" | "json";
  manifest?: string;
  base: string;
  origin: string[];
  entry: string[];
  tenantManifest: boolean;
  config?: string;
}

/** `fedseal headers --for <server> <dir>` */
export async function writeHeaders(dir: string, options: Options): Promise<ExitCode> {
  const { for: server, format } = options;
  const write = format === "json" ? forAnyServer : server && SERVERS[server];
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
