import { existsSync } from "node:fs";
import { join } from "node:path";
import { type HeaderLine, judgeResponse } from "@fedseal/binding";
import { headersOf, readHeadersFile } from "../../hosting/headers-file.js";
import { readRedirects, ruleForMissing } from "../../hosting/redirects-file.js";
import { UnusableHosting } from "../../hosting/unusable.js";
import { readVercel } from "../../hosting/vercel.js";
import { readRegularFile } from "../../regular-files.js";
import { nameHashOf } from "./folder.js";
import { addCaching, type FileFinding, Findings } from "./judge-served.js";
import { randomNames } from "./probe.js";
import { type FileRole, filesOf, type RoleFacts, roleOf } from "./roles.js";
import type { CacheSettings } from "./settings.js";

/** The files of a hosting platform that say how it serves. */
export interface Hosting {
  platform: "netlify" | "cloudflare" | "vercel";
  /** `_headers` or `vercel.json`. */
  headers?: string;
  /** The same for locations. */
  headersName?: string;
  redirects?: string;
  redirectsName?: string;
}

/** The folder that is hosted. */
export interface Hosted {
  folder: string;
  files: readonly string[];
  facts: RoleFacts;
  manifest: Uint8Array;
  settings: CacheSettings;
  /** Gets the headers of each file, with its role and the file that sets them. */
  observe?: (role: FileRole, headers: readonly HeaderLine[], from: string) => void;
}

/** What all three send where nothing is configured (their documentation, "Caching"). */
const DEFAULT = "public, max-age=0, must-revalidate";

const NAMES = { netlify: "Netlify", cloudflare: "Cloudflare Pages", vercel: "Vercel" };

/** Headers of a path by lower-case name, with the line that sets each. */
type Resolve = (path: string) => Map<string, { value: string; line: number }>;

/** Judges what a platform will send, from its files. Types, CORS and what a CDN adds need a probe. */
export async function checkHosted(
  hosting: Hosting,
  hosted: Hosted,
): Promise<{ findings: FileFinding[]; unclear: string[] }> {
  const { platform, headers, headersName = "", redirects, redirectsName = "" } = hosting;
  const findings: FileFinding[] = [];
  const unclear: string[] = [];
  const missing = randomNames(hosted.manifest, filesOf(hosted.facts)).map((file) => pathOf(file));
  if (platform === "vercel" && headers !== undefined) {
    const file = readVercel(await textOf(headers, headersName));
    const deployment = "set `cache.origin` to a deployment";
    if (file.hasRoutes) unclear.push(`\`routes\` cannot be judged from the file; ${deployment}`);
    for (const { rule } of file.conditional) {
      unclear.push(`\`${rule}\` depends on the request (\`has\`, \`missing\`); ${deployment}`);
    }
    const resolve: Resolve = (path) => {
      const all = new Map<string, { value: string; line: number }>();
      for (const rule of file.headers) {
        if (!rule.matches.test(path)) continue;
        for (const { name, value, line } of rule.values) all.set(name.toLowerCase(), { value, line });
      }
      return all;
    };
    findings.push(...(await judgeFiles(resolve, platform, headersName, hosted)));
    for (const path of missing) {
      const rule = file.rewrites.find((one) => one.matches.test(path));
      if (rule && isPage(rule.destination)) findings.push(...fallback(path, headersName, rule.line, rule.destination));
    }
  } else if (platform !== "vercel") {
    if (headers !== undefined) {
      const file = readHeadersFile(await textOf(headers, headersName), platform);
      for (const { line, why } of file.ignored) {
        const found = new Findings(`line ${line}`, headersName, { line });
        found.add("cache/ignored-line", `${NAMES[platform]} ignores it: ${why}`);
        findings.push(...found.all);
      }
      findings.push(...(await judgeFiles((path) => joined(headersOf(file, path)), platform, headersName, hosted)));
    }
    const rules = redirects === undefined ? [] : readRedirects(await textOf(redirects, redirectsName), platform);
    for (const path of missing) {
      const rule = ruleForMissing(rules, path, platform);
      if (rule) {
        if (rule.status === 200 && isPage(rule.to)) findings.push(...fallback(path, redirectsName, rule.line, rule.to));
      } else if (
        platform === "cloudflare" &&
        !hosted.files.includes("404.html") &&
        hosted.files.includes("index.html")
      ) {
        const found = new Findings(path, headersName || redirectsName);
        const help =
          "Add a `404.html` at the top of the output folder: without one, Cloudflare Pages takes the site for a single-page application.";
        found.add(
          "serve/fallback-for-missing-file",
          "does not exist, and is answered with index.html by Cloudflare Pages",
          help,
        );
        findings.push(...found.all);
      }
    }
  }
  return { findings, unclear: unclear.map((reason) => `${headersName}: ${reason}`) };
}

async function judgeFiles(
  resolve: Resolve,
  platform: Hosting["platform"],
  name: string,
  hosted: Hosted,
): Promise<FileFinding[]> {
  const findings: FileFinding[] = [];
  const { folder, facts, settings } = hosted;
  for (const file of filesOf(facts)) {
    if (!existsSync(join(folder, file))) continue;
    const role = roleOf(file, nameHashOf(folder, file), facts);
    const headers = resolve(pathOf(file));
    const control = headers.get("cache-control");
    const lines = [...headers].map(([key, { value }]) => ({ name: key, value }));
    if (!control) lines.push({ name: "cache-control", value: DEFAULT });
    hosted.observe?.(role, lines, name);
    // All three send one. Types are the platform's, too.
    lines.push({ name: "etag", value: '"of the platform"' });
    const { entrySeconds, purged } = settings;
    const judged = judgeResponse(200, lines, {
      role: role.role,
      ...(entrySeconds !== undefined && { entrySeconds }),
      ...(purged !== undefined && { purged }),
    });
    const found = new Findings(file, name, control && { line: control.line });
    const source = control ? "" : ` (\`${DEFAULT}\`, the default of ${NAMES[platform]})`;
    const diagnostics = judged.diagnostics.map((one) => ({ ...one, message: `${one.message}${source}` }));
    addCaching(diagnostics, judged.browser.seconds, role, entrySeconds ?? 300, found);
    findings.push(...found.all);
  }
  return findings;
}

/** Values of one name as one field; the place is that of the last. */
function joined(headers: ReadonlyMap<string, readonly { value: string; line: number }[]>): ReturnType<Resolve> {
  return new Map(
    [...headers].map(([name, values]) => {
      const value = values.map((one) => one.value).join(", ");
      return [name, { value, line: values.at(-1)?.line ?? 1 }];
    }),
  );
}

function fallback(path: string, name: string, line: number, to: string): FileFinding[] {
  const found = new Findings(path, name, { line });
  const help =
    "Put a rule before it that answers 404 below the folder of the chunks, or let the fallback match page URLs only.";
  found.add("serve/fallback-for-missing-file", `does not exist, and is answered with ${to}`, help);
  return found.all;
}

function isPage(to: string): boolean {
  return /(\.html?|\/)$/i.test(to.split(/[?#]/)[0] ?? "");
}

/** The path that visitors ask for: that of the folder for its index page. */
function pathOf(file: string): string {
  const path = `/${file.split("/").map(encodeURIComponent).join("/")}`;
  return path.replace(/\/index\.html$/, "/");
}

async function textOf(path: string, name: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = readRegularFile(path);
  } catch (thrown) {
    throw new UnusableHosting(`it cannot be read (${(thrown as NodeJS.ErrnoException).code ?? String(thrown)})`, name);
  }
  // One megabyte of configuration is no configuration.
  if (bytes.length > 1024 * 1024) throw new UnusableHosting("it is larger than 1 MiB", name);
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}
