import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { CheckContext } from "../../check/area.js";
import { targetsOf } from "../../check/targets.js";
import { withoutCredentials } from "../../config/addresses.js";
import { loadConfig } from "../../config/load.js";
import { type GeneratedPolicy, generatePolicy, NoPolicy } from "../../gates/csp/generate.js";
import { needsIn } from "../../gates/csp/known-needs.js";
import { type Need, ownUrl } from "../../gates/csp/needs.js";
import type { CspSettings } from "../../gates/csp/settings.js";
import { readTenants, type Tenants, UnreadableTenants } from "../../gates/csp/tenants.js";
import { httpClient } from "../../http/client.js";
import { unixNow } from "../../sign/statement.js";
import type { ExitCode } from "../exit-code.js";
import { findingsAsText, print, visible } from "../output.js";

interface Options {
  page?: string;
  origin?: string;
  hashes: boolean;
  nonce?: string;
  need: [directive: string, url: string][];
  trustedTypes?: true | string[];
  reportTo?: string;
  tenants?: string;
  format: "text" | "json";
}

/** `fedseal csp generate [targets...]` */
export async function generate(given: readonly string[], options: Options): Promise<ExitCode> {
  const cwd = process.cwd();
  const { loaded, diagnostics } = await loadConfig(cwd);
  if (!loaded) {
    process.stderr.write(`${findingsAsText(diagnostics, "csp", {})}\n`);
    return 2;
  }
  const { config, folder } = loaded;
  const page = options.page ?? config.csp?.page;
  if (page === undefined) return failed(["give the address of the page: --page, or `csp.page` in the configuration"]);
  const { headers, ...limits } = config.http ?? {};
  const http = httpClient(limits, headers);
  const context: CheckContext = { cwd, config, configFolder: folder, targets: [], http, unixTime: unixNow() };
  const source = options.need.find(([, url]) => ownUrl(url, page) === undefined);
  if (source) {
    const [directive, url] = source;
    return failed([
      `--need ${directive}=${url} is not a URL or a path from /: a need is what the page requests, and the policy gets the source for it`,
    ]);
  }
  const settings: CspSettings = { ...config.csp, ...(options.origin !== undefined && { origin: options.origin }) };
  // Not an object: a tenant may have the name of a property that all objects have.
  const made = new Map<string, GeneratedPolicy>();
  for (const one of runsOf(given, options, context, settings, loaded)) {
    if (typeof one === "string") return failed([one]);
    const known = await needsIn(one.context, one.settings, page);
    const reasons = [
      ...known.unchecked.map(({ reason }) => reason),
      ...known.diagnostics.map(({ message, help }) => `${message}. ${help}`),
    ];
    // A policy that is made of half of the needs blocks the other half.
    if (reasons.length > 0) return failed(reasons.map((reason) => about(one, options, reason)));
    try {
      made.set(one.name, policyOf(known.needs, page, options));
    } catch (thrown) {
      if (!(thrown instanceof NoPolicy)) throw thrown;
      return failed([about(one, options, thrown.message)]);
    }
  }
  printed(made, options);
  return 0;
}

/** A reason with the call's own names: what is of a tenant is not in the configuration. */
function about({ name }: Run, { tenants }: Options, reason: string): string {
  return tenants === undefined ? reason : `${tenants}: ${JSON.stringify(name)}: ${reason}`;
}

function policyOf(needs: readonly Need[], page: string, options: Options): GeneratedPolicy {
  const { hashes, nonce, trustedTypes, reportTo } = options;
  return generatePolicy(needs, {
    page,
    scripts: hashes ? "hashes" : "hosts",
    ...(nonce !== undefined && { nonce }),
    ...(trustedTypes !== undefined && { trustedTypes: trustedTypes === true ? [] : trustedTypes }),
    ...(reportTo !== undefined && { reportTo }),
  });
}

/** What one policy is made of. */
interface Run {
  /** The tenant; empty for the only policy. */
  name: string;
  context: CheckContext;
  settings: CspSettings;
}

function runsOf(
  given: readonly string[],
  { need, tenants }: Options,
  context: CheckContext,
  settings: CspSettings,
  loaded: Parameters<typeof targetsOf>[0],
): (Run | string)[] {
  const own = withNeeds(settings, need);
  if (tenants === undefined) {
    // Named targets are all that the policy is for.
    const { remotes, ...rest } = own;
    const shown = given.length > 0 || remotes === undefined ? rest : { ...rest, remotes };
    return [{ name: "", settings: shown, context: { ...context, targets: targetsOf(loaded, given, context.cwd) } }];
  }
  if (given.length > 0) return ["name targets or --tenants, not both"];
  let read: Tenants;
  try {
    read = readTenants(readFileSync(tenants, "utf8"), tenants);
  } catch (thrown) {
    if (thrown instanceof UnreadableTenants) return [thrown.message];
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    return [code === "ENOENT" ? `there is no file ${tenants}` : `${tenants} could not be read: ${code}`];
  }
  const configFolder = dirname(resolve(context.cwd, tenants));
  return Object.entries(read).map(([name, { remotes, needs = {} }]) => {
    const pairs = Object.entries(needs).flatMap(([directive, urls]) =>
      urls.map((url): [string, string] => [directive, url]),
    );
    return { name, context: { ...context, configFolder }, settings: { ...withNeeds(own, pairs), remotes } };
  });
}

function withNeeds(settings: CspSettings, more: readonly (readonly [string, string])[]): CspSettings {
  const needs = new Map(Object.entries(settings.needs ?? {}));
  for (const [directive, url] of more) needs.set(directive, [...(needs.get(directive) ?? []), url]);
  return { ...settings, needs: Object.fromEntries(needs) };
}

function printed(made: ReadonlyMap<string, GeneratedPolicy>, { tenants, format }: Options): void {
  for (const [name, { notes }] of made) {
    const of = name === "" ? "" : `${name}: `;
    for (const note of notes) process.stderr.write(`fedseal: ${visible(of + note)}\n`);
  }
  if (format === "json") {
    const shown = [...made].map(([name, { headers, trustedTypes }]) => [
      name,
      { headers, ...(trustedTypes !== undefined && { trustedTypes }) },
    ]);
    const json = tenants === undefined ? shown[0]?.[1] : { tenants: Object.fromEntries(shown) };
    print(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  const blocks = [...made].map(([name, { headers, trustedTypes }]) => {
    const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
    const parts = [lines.join("\n"), ...(trustedTypes === undefined ? [] : [trustedTypes])];
    return name === "" ? parts.join("\n\n") : `# ${visible(name)}\n${parts.join("\n\n")}`;
  });
  print(`${blocks.join("\n\n")}\n`);
}

function failed(reasons: readonly string[]): ExitCode {
  for (const reason of reasons) process.stderr.write(`fedseal: ${visible(withoutCredentials(reason))}\n`);
  return 2;
}
