import { join, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { CheckContext } from "../../check/area.js";
import { isWebAddress } from "../../config/addresses.js";
import { diagnostic } from "../../diagnostics.js";
import { platformsOf } from "../../hosting/platform.js";
import { HttpError } from "../../http/errors.js";
import { relativeTo } from "../../locations.js";
import { readRegularFile } from "../../regular-files.js";
import { statsAt } from "../../stats.js";
import { copiedFrom } from "../copied-from.js";
import { type PolicyText, UnreadablePolicy } from "./policy-text.js";
import { type AskedPage, readPolicies, readResponse } from "./read-policies.js";
import type { CspSettings } from "./settings.js";

/** Where a policy is: a URL, or a file by its absolute path. */
export type Source = { url: string } | { path: string };

/** The policies of a page, and what could not be read. */
export interface PagePolicies {
  policies: PolicyText[];
  sources: Source[];
  /** Whether every source could be read. */
  isRead: boolean;
  /** The address that a page was read from, after redirects. */
  address?: string;
  diagnostics: Diagnostic[];
  unchecked: { reason: string }[];
}

/** Files that hold policies, beside the output and in it. */
export const USUAL = ["_headers", "index.html", "vercel.json"];

/** The policies that the configuration names, else those of the usual files that have one. */
export async function pagePolicies(
  context: CheckContext,
  settings: CspSettings | undefined,
  page: string,
): Promise<PagePolicies> {
  const named = [settings?.policy ?? []].flat();
  if (named.length === 0) return usual(context, settings, page);
  const found: PagePolicies = {
    policies: [],
    sources: named.map((one) => sourceOf(one, context)),
    isRead: true,
    diagnostics: [],
    unchecked: [],
  };
  const empty: string[] = [];
  for (const source of found.sources) {
    const read = await readSource(source, context, page, (address) => {
      found.address ??= address;
    });
    if ("rule" in read) {
      found.diagnostics.push(read);
      found.isRead = false;
    } else if (read.length === 0) empty.push(shown(source, context));
    else found.policies.push(...read);
  }
  for (const file of empty) {
    const message = `${file} has no policy for ${new URL(page).pathname}`;
    const isAll = found.policies.length === 0 && found.diagnostics.length === 0;
    // Beside other policies it is a mistake in the configuration; alone, the page has none.
    const rule = isAll ? "csp/scripts-unrestricted" : "csp/policy-unreadable";
    found.diagnostics.push(diagnostic(rule, message, { file }));
  }
  return found;
}

async function usual(context: CheckContext, settings: CspSettings | undefined, page: string): Promise<PagePolicies> {
  const folders = outputFolders(context);
  const isThere = (path: string) => statsAt(path)?.isFile() ?? false;
  const files = USUAL.flatMap((name) => {
    const built = folders.flatMap((folder) => {
      const path = join(folder, name);
      // The file that people edit, which a base has too.
      return isThere(path) ? [copiedFrom(path, folder, context.configFolder)] : [];
    });
    // What the output was made of says the same once more.
    return built.length > 0 ? built : [join(context.configFolder, name)].filter(isThere);
  });
  const found: PagePolicies = { policies: [], sources: [], isRead: true, diagnostics: [], unchecked: [] };
  for (const path of files) {
    const read = await readSource({ path }, context, page);
    if ("rule" in read) {
      if (settings === undefined && !(await mayHavePolicy(path))) continue;
      found.diagnostics.push(read);
      found.isRead = false;
    } else if (read.length > 0) {
      found.policies.push(...read);
      found.sources.push({ path });
    }
  }
  return found;
}

/** The output folders among the targets. */
export function outputFolders({ targets }: CheckContext): string[] {
  return [...new Set(targets.flatMap((target) => (target.kind === "folder" ? [target.path] : [])))];
}

/**
 * Whether a file that cannot be read as what it is may hold a policy. Where nobody has asked about policies, a `vercel.json` without
 * one is no matter of this area; the one of caching says what is wrong with it.
 */
async function mayHavePolicy(path: string): Promise<boolean> {
  try {
    return namesPolicy(readRegularFile(path).toString("utf8"));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === undefined) throw thrown;
    return true;
  }
}

export function namesPolicy(content: string): boolean {
  return /content-security-policy/i.test(content);
}

export function asked({ config, configFolder }: CheckContext, page: string, path: string): AskedPage {
  return { path: new URL(page).pathname, platforms: platformsOf(configFolder, config.cache?.platform, path) };
}

export function sourceOf(given: string, { configFolder }: CheckContext): Source {
  return isWebAddress(given) ? { url: given } : { path: resolve(configFolder, given) };
}

export function shown(source: Source, { cwd }: CheckContext): string {
  return "url" in source ? source.url : relativeTo(cwd, source.path);
}

export async function readSource(
  source: Source,
  context: CheckContext,
  page: string,
  arrived?: (address: string) => void,
): Promise<PolicyText[] | Diagnostic> {
  const file = shown(source, context);
  const unreadable = (message: string) => diagnostic("csp/policy-unreadable", message, { file });
  try {
    if ("url" in source) {
      const response = await context.http.request(source.url);
      // An error page has headers of its own.
      if (response.status < 200 || response.status > 299) {
        return unreadable(`${file} has no page to read a policy from: the server answers ${response.status}`);
      }
      arrived?.(response.url);
      return await readResponse(response);
    }
    if (!statsAt(source.path)?.isFile()) return unreadable(`there is no file ${file}`);
    return await readPolicies(readRegularFile(source.path).toString("utf8"), file, asked(context, page, source.path));
  } catch (thrown) {
    if (thrown instanceof HttpError) return unreadable(`${file} could not be fetched: ${thrown.message}`);
    if (thrown instanceof UnreadablePolicy) return unreadable(thrown.message);
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    return unreadable(`${file} could not be read: ${code}`);
  }
}
