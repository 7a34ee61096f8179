import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Area, AreaOutcome, CheckContext, FolderTarget, UrlTarget } from "../../check/area.js";
import { platformsOf } from "../../hosting/platform.js";
import { UnusableHosting } from "../../hosting/unusable.js";
import { HttpError } from "../../http/errors.js";
import { relativeTo } from "../../locations.js";
import { readRegularFile } from "../../regular-files.js";
import { copiedFrom } from "../copied-from.js";
import { foldByRule } from "./fold.js";
import { readFolder, sealOf } from "./folder.js";
import { HeaderLog } from "./header-facts.js";
import { checkHosted, type Hosted, type Hosting } from "./hosted.js";
import type { FileFinding } from "./judge-served.js";
import { checkLive, fetchSealed, folderUrl } from "./live.js";
import { runNginx, UnusableNginx } from "./nginx.js";
import { type RoleFacts, sameSeal } from "./roles.js";
import { readSealed, type SealedManifest, UnusableManifest } from "./sealed.js";
import { aboutMissing, type CacheSettings, missingIn } from "./settings.js";

/** `cache/…`: for how long caches keep what. */
export const cacheArea: Area = { name: "cache", run: (context) => outcome(context, "cache") };

/** `serve/…`: whether the server serves what was sealed, to whom, and as what. */
export const serveArea: Area = { name: "serve", run: (context) => outcome(context, "serve") };

type AreaName = "cache" | "serve";

/** What was found in both areas. One look at a server serves them both. */
interface Looked {
  findings: FileFinding[];
  unchecked: { area: AreaName; reason: string }[];
  /** The areas that apply. */
  applies: Set<AreaName>;
  headers: HeaderLog;
  /** Every file of the folders that were read. */
  files: Set<string>;
}

const looked = new WeakMap<CheckContext, Promise<Looked>>();

async function outcome(context: CheckContext, area: AreaName): Promise<AreaOutcome | undefined> {
  let all = looked.get(context);
  if (!all) {
    all = look(context);
    looked.set(context, all);
  }
  const { findings, unchecked, applies, headers } = await all;
  if (!applies.has(area)) return undefined;
  return {
    diagnostics: foldByRule(
      findings.filter((one) => one.rule.startsWith(`${area}/`)),
      new Set(context.config.exceptions?.map((one) => one.rule)),
    ),
    unchecked: unchecked.filter((one) => one.area === area).map(({ reason }) => ({ reason })),
    // Once for both areas.
    ...(context.wantsFacts && area === "cache" && { facts: { headers: headers.all() } }),
  };
}

async function look(context: CheckContext): Promise<Looked> {
  const found: Looked = { findings: [], unchecked: [], applies: new Set(), headers: new HeaderLog(), files: new Set() };
  for (const target of context.targets) {
    try {
      if (target.kind === "url") await lookAtUrl(context, target, found);
      else await lookAtFolder(context, target, found);
    } catch (thrown) {
      if (!(thrown instanceof UnusableManifest)) throw thrown;
      found.applies.add("cache").add("serve");
      notChecked(found, ["cache", "serve"], `${target.name}: ${thrown.message}`);
    }
  }
  entriesNotFound(context, found);
  // Headers that did not arrive were not judged.
  const [unseen, ...more] = found.findings.filter((one) => one.undecided && one.rule.startsWith("serve/"));
  if (unseen) {
    const others = more.length > 0 ? `, and ${more.length} more` : "";
    notChecked(found, ["cache"], `headers were not seen: ${unseen.subject}: ${unseen.message}${others}`);
  }
  return found;
}

/** What the configuration names and no folder has. On a server, a file that does not exist is a finding of its own. */
function entriesNotFound({ targets, config }: CheckContext, found: Looked): void {
  if (found.files.size === 0 || targets.some(({ kind }) => kind === "url")) return;
  const names = targets.map(({ name }) => name);
  for (const entry of missingIn(found.files, config.cache ?? {})) {
    notChecked(found, ["cache"], `\`cache.entries\` ${aboutMissing(entry, names)}`);
  }
}

function notChecked({ unchecked }: Looked, areas: readonly AreaName[], reason: string): void {
  for (const area of areas) unchecked.push({ area, reason });
}

async function lookAtUrl(context: CheckContext, { url, name }: UrlTarget, found: Looked): Promise<void> {
  const settings = context.config.cache ?? {};
  found.applies.add("cache").add("serve");
  const { bytes, sealed, base } = await fetchSealed(context.http, url);
  const previous = await previousOf(context, sealed, name, found);
  const { entries = [], tenantManifest = false } = settings;
  const facts: RoleFacts = { sealed, entries, tenantManifest, ...(previous && { previous }) };
  const live = { base, facts, manifest: bytes, seals: new Map<string, string>(), settings, keepsPrevious: true };
  const observe = found.headers.of(base);
  found.findings.push(...(await checkLive(context.http, { ...live, manifestUrl: url, observe })));
}

async function lookAtFolder(context: CheckContext, target: FolderTarget, found: Looked): Promise<void> {
  const { config, configFolder, http } = context;
  const settings = config.cache ?? {};
  const hosting = hostingOf(context, target, settings);
  if (settings.origin === undefined && settings.nginx === undefined && hosting.length === 0) {
    if (settings.previous !== undefined) {
      found.applies.add("serve");
      notChecked(found, ["serve"], "`cache.previous` is set, but no `cache.origin` says which server keeps its files");
    }
    return;
  }
  found.applies.add("cache");
  const folder = await readFolder(target.path, target.manifest);
  const { sealed, manifest } = folder;
  for (const file of folder.files) found.files.add(file);
  const previous = await previousOf(context, sealed, target.name, found);
  const { tenantManifest = false } = settings;
  const entries = [...folder.entries, ...(settings.entries ?? [])];
  const facts: RoleFacts = { sealed, entries, tenantManifest, ...(previous && { previous }) };
  if (hosting.length > 0) {
    found.applies.add("serve");
    const observe: Hosted["observe"] = (role, headers, from) => found.headers.add(role, headers, from);
    const hosted = { folder: target.path, files: folder.files, facts, manifest, settings, observe };
    await lookAtHosting(hosting, hosted, found);
  }
  const seals = sealsOf(target.path, [sealed.file, ...entries, ...sealed.remoteEntries], sealed);
  const common = { facts, manifest, seals, settings };
  if (settings.origin !== undefined) {
    found.applies.add("serve");
    const base = folderUrl(settings.origin);
    const live = { ...common, base, keepsPrevious: true, observe: found.headers.of(base) };
    found.findings.push(...(await checkLive(http, live)));
  }
  if (settings.nginx !== undefined) {
    found.applies.add("serve");
    const file = resolve(configFolder, settings.nginx.file);
    const name = relativeTo(context.cwd, file);
    try {
      const nginx = await runNginx({
        file,
        folder: target.path,
        ...(settings.nginx.root && { root: settings.nginx.root }),
      });
      try {
        const served = await checkLive(http, {
          ...common,
          base: new URL((settings.nginx.base ?? "/").slice(1), nginx.url).href,
          keepsPrevious: false,
          observe: found.headers.of(name),
        });
        // The port is another one in each run; the place that can be corrected is the configuration.
        found.findings.push(
          ...served.map((one) => ({
            ...one,
            location: { file: name },
            message: one.message.replaceAll(nginx.url, "/"),
          })),
        );
      } finally {
        await nginx.stop();
      }
    } catch (thrown) {
      if (!(thrown instanceof UnusableNginx)) throw thrown;
      notChecked(found, ["cache", "serve"], `${name}: ${thrown.message}`);
    }
  }
}

/** Where it is not known which platform reads a file, a finding of both is one finding. */
async function lookAtHosting(hosting: readonly Hosting[], hosted: Hosted, found: Looked): Promise<void> {
  const seen = new Set<string>();
  for (const one of hosting) {
    try {
      const { findings, unclear } = await checkHosted(one, hosted);
      for (const finding of findings) {
        const key = JSON.stringify([finding.rule, finding.subject, finding.location]);
        if (!seen.has(key)) found.findings.push(finding);
        seen.add(key);
      }
      for (const reason of unclear) notChecked(found, ["cache", "serve"], reason);
    } catch (thrown) {
      if (!(thrown instanceof UnusableHosting)) throw thrown;
      notChecked(
        found,
        ["cache", "serve"],
        `${thrown.file ?? one.headersName ?? one.redirectsName}: ${thrown.message}`,
      );
    }
  }
}

/** The files of hosting platforms that are there. */
function hostingOf(
  { configFolder, cwd }: CheckContext,
  target: FolderTarget,
  { platform, vercel }: CacheSettings,
): Hosting[] {
  const hosting: Hosting[] = [];
  const nameOf = (path: string) => relativeTo(cwd, copiedFrom(path, target.path, configFolder));
  const headers = join(target.path, "_headers");
  const redirects = join(target.path, "_redirects");
  if (existsSync(headers) || existsSync(redirects)) {
    const platforms = platformsOf(configFolder, platform, headers);
    for (const one of platforms) {
      hosting.push({
        platform: one,
        ...(existsSync(headers) && { headers, headersName: nameOf(headers) }),
        ...(existsSync(redirects) && { redirects, redirectsName: nameOf(redirects) }),
      });
    }
  }
  const file = resolve(configFolder, vercel ?? "vercel.json");
  if (vercel !== undefined || existsSync(file)) {
    hosting.push({ platform: "vercel", headers: file, headersName: relativeTo(cwd, file) });
  }
  return hosting;
}

function sealsOf(path: string, files: readonly string[], sealed: SealedManifest): Map<string, string> {
  const seals = new Map<string, string>();
  for (const file of files) {
    const seal = sealed.closure.has(file) ? undefined : sealOf(path, file);
    if (seal !== undefined) seals.set(file, seal);
  }
  return seals;
}

/** The manifest of the release before: as configured, else of `--base`. */
async function previousOf(
  { config, configFolder, base, http }: CheckContext,
  sealed: SealedManifest,
  name: string,
  found: Looked,
): Promise<SealedManifest | undefined> {
  const given = config.cache?.previous;
  const about = given ?? base?.name;
  try {
    const previous = given !== undefined ? await configured(given) : await ofBase();
    if (!previous) return undefined;
    const pairs = [...previous.closure].map(([file, seal]) => [seal, sealed.closure.get(file)] as const);
    const isOther = pairs.some(([seal, now]) => now !== undefined && seal !== now && sameSeal(seal, now));
    if (isOther) {
      notChecked(
        found,
        ["cache"],
        `${name}: ${about} is sealed with another algorithm, so that files cannot be compared`,
      );
    }
    return previous;
  } catch (thrown) {
    if (!(thrown instanceof UnusableManifest || thrown instanceof HttpError)) throw thrown;
    notChecked(found, ["cache", "serve"], `the previous release, ${about}: ${thrown.message}`);
    return undefined;
  }

  async function configured(from: string): Promise<SealedManifest> {
    if (/^https?:\/\//i.test(from)) return (await fetchSealed(http, from)).sealed;
    try {
      return readSealed(readRegularFile(resolve(configFolder, from)), sealed.file);
    } catch (thrown) {
      if (thrown instanceof UnusableManifest) throw thrown;
      throw new UnusableManifest(`it cannot be read (${(thrown as NodeJS.ErrnoException).code ?? String(thrown)})`);
    }
  }

  /** A commit rarely holds output folders; where the base has no manifest, there is nothing to compare. */
  async function ofBase(): Promise<SealedManifest | undefined> {
    if (base === undefined || base.kind === "git") return undefined;
    const bytes = await base.read(base.kind === "url" ? (sealed.file.split("/").at(-1) ?? sealed.file) : sealed.file);
    if (!bytes) throw new UnusableManifest(`it has no ${sealed.file}`);
    return readSealed(bytes, sealed.file);
  }
}
