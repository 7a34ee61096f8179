import { join } from "node:path";
import type { CheckContext } from "../../check/area.js";
import type { Base } from "../../check/base.js";
import { relativeTo } from "../../locations.js";
import { originalsOf } from "../copied-from.js";
import {
  asked,
  namesPolicy,
  outputFolders,
  type PagePolicies,
  readSource,
  shown,
  sourceOf,
  USUAL,
} from "./page-policies.js";
import { type PolicyText, UnreadablePolicy } from "./policy-text.js";
import { readPolicies } from "./read-policies.js";
import type { CspSettings } from "./settings.js";

/** The policies to compare with; none where something could not be read. */
export interface BasePolicies {
  policies?: PolicyText[];
  unchecked: { reason: string }[];
}

/**
 * What to compare with: the policies that `csp.base` names, else those of the same sources in the base. Where no source is named,
 * also those of usual files that had one in the base and have none now. Undefined where nothing is compared.
 */
export async function basePolicies(
  context: CheckContext,
  settings: CspSettings | undefined,
  page: string,
  sources: PagePolicies["sources"],
): Promise<BasePolicies | undefined> {
  const named = [settings?.base ?? []].flat();
  if (named.length > 0) return namedBase(named, context, page);
  const { base } = context;
  if (!base) return undefined;
  const unchecked: { reason: string }[] = [];
  const policies: PolicyText[] = [];
  for (const source of sources) {
    if ("url" in source || base.kind === "url") {
      const reason = `${shown(source, context)} cannot be compared with ${base.name}: name the policy before in \`csp.base\``;
      unchecked.push({ reason });
      continue;
    }
    const read = await readBefore(source.path, await contentOf(source.path, base, context), context, page);
    if ("reason" in read) unchecked.push({ reason: `${base.name}: ${read.reason}` });
    else policies.push(...read);
  }
  if (settings?.policy === undefined && base.kind !== "url") {
    for (const { path, content } of await goneSince(base, context, page, sources)) {
      const read = await readBefore(path, content, context, page);
      if (!("reason" in read)) policies.push(...read);
      else if (namesPolicy(content)) unchecked.push({ reason: `${base.name}: ${read.reason}` });
    }
  }
  return { ...(unchecked.length === 0 && { policies }), unchecked };
}

async function namedBase(named: readonly string[], context: CheckContext, page: string): Promise<BasePolicies> {
  const unchecked: { reason: string }[] = [];
  const policies: PolicyText[] = [];
  for (const one of named) {
    const read = await readSource(sourceOf(one, context), context, page);
    if ("rule" in read) unchecked.push({ reason: `\`csp.base\`: ${read.message}` });
    else policies.push(...read);
  }
  return { ...(unchecked.length === 0 && { policies }), unchecked };
}

/** The usual files of the base that enforce no policy any more: nobody reads them now, so no source leads to them. */
async function goneSince(
  base: Base,
  context: CheckContext,
  page: string,
  sources: PagePolicies["sources"],
): Promise<{ path: string; content: string }[]> {
  const compared = new Set(sources.map((source) => ("path" in source ? source.path : "")));
  const found = new Map<string, string>();
  for (const places of usualPlaces(context)) {
    const first = places.filter((path) => compared.has(path));
    const before = await firstInBase([...first, ...places], base, context);
    if (before === undefined || compared.has(before.path)) continue;
    if (!(await enforces(before.path, context, page))) found.set(before.path, before.content);
  }
  return [...found].map(([path, content]) => ({ path, content }));
}

async function firstInBase(
  places: readonly string[],
  base: Base,
  context: CheckContext,
): Promise<{ path: string; content: string } | undefined> {
  for (const path of places) {
    const content = await contentOf(path, base, context);
    if (content !== undefined) return { path, content };
  }
  return undefined;
}

/** Where each usual file of each output can have been: in the output, or where it is copied from. */
function usualPlaces(context: CheckContext): string[][] {
  const { configFolder } = context;
  return USUAL.flatMap((name) => {
    const own = join(configFolder, name);
    const folders = outputFolders(context);
    if (folders.length === 0) return [[own]];
    return folders.map((folder) => {
      const built = join(folder, name);
      return [...new Set([built, ...originalsOf(built, folder, configFolder), own])];
    });
  });
}

async function enforces(path: string, context: CheckContext, page: string): Promise<boolean> {
  const read = await readSource({ path }, context, page);
  return !("rule" in read) && read.some(({ reportOnly }) => !reportOnly);
}

async function contentOf(path: string, base: Base, { cwd }: CheckContext): Promise<string | undefined> {
  return (await base.read(relativeTo(cwd, path)))?.toString("utf8");
}

async function readBefore(
  path: string,
  content: string | undefined,
  context: CheckContext,
  page: string,
): Promise<PolicyText[] | { reason: string }> {
  if (content === undefined) return [];
  try {
    return await readPolicies(content, relativeTo(context.cwd, path), asked(context, page, path));
  } catch (thrown) {
    if (!(thrown instanceof UnreadablePolicy)) throw thrown;
    return { reason: thrown.message };
  }
}
