import { join, resolve } from "node:path";
import type { Diagnostic, PublicKey } from "@fedseal/binding";
import { plural } from "../check/formats/counted.js";
import { addressOf, isWebAddress, unusableTarget } from "../config/addresses.js";
import { type Applied, applyConfig } from "../config/apply.js";
import { type FolderSettings, folderSettings, targetsInside } from "../config/folder-settings.js";
import { type LoadedConfig, loadConfig } from "../config/load.js";
import { diagnostic } from "../diagnostics.js";
import { checkFolder, missingFolder } from "../gates/integrity/folder.js";
import type { JudgedSignature } from "../gates/integrity/signature.js";
import { fromFolder, toFolder } from "../locations.js";
import { type Read, readPublicKeyFile } from "../sign/keys.js";
import { shownTime } from "../sign/statement.js";
import { files, size } from "../summary.js";
import type { ExitCode } from "./exit-code.js";
import { type Moment, thisMoment } from "./options.js";
import { type Outcome, type Printing, report } from "./output.js";

interface Options extends Printing {
  manifest?: string;
  include: string[];
  exclude: string[];
  state?: string;
  timeout?: number;
  now?: Moment;
  key: string[];
  config?: string;
}

/** `fedseal verify <target>` */
export function verify(target: string, options: Options): Promise<ExitCode> {
  const wrong = unusableTarget(target);
  if (wrong !== undefined) {
    return report({ area: "integrity", dir: ".", ...options }, async () =>
      refuse(`the target ${wrong}`, "Name an output folder, or the URL of a manifest."),
    );
  }
  return isWebAddress(target) ? verifyUrl(addressOf(target), options) : verifyDir(target, options);
}

function verifyDir(dir: string, { format, verbose, quiet, state, timeout, ...given }: Options): Promise<ExitCode> {
  const printing = { format, verbose: verbose ?? false, quiet: quiet ?? false };
  const now = given.now ?? thisMoment();
  return report({ area: "integrity", dir, ...printing }, async (progress) => {
    const start = performance.now();
    const missing = missingFolder(resolve(dir), dir);
    if (missing) return { diagnostics: [missing], summary: "" };
    const { loaded, diagnostics: wrong } = await loadConfig(process.cwd(), given.config);
    if (!loaded) return { diagnostics: wrong.map((one) => toFolder(one, dir)), summary: "" };
    const refused = state !== undefined ? "--state" : timeout !== undefined ? "--timeout" : undefined;
    if (refused !== undefined) return refuse(`${refused} is for URLs: a folder is checked in one go`);
    const { folders, diagnostics } = await foldersOf(loaded, dir, given);
    if (diagnostics.length > 0) return { diagnostics: diagnostics.map((one) => toFolder(one, dir)), summary: "" };
    const keys = keysOf(given.key);
    if (!keys.value) return { diagnostics: keys.diagnostics.map((one) => toFolder(one, dir)), summary: "" };
    const { origins } = loaded.config.signature ?? {};
    const found: Diagnostic[] = [];
    const manifests: string[] = [];
    const seen = { files: 0, bytes: 0, signed: "" };
    for (const { folder, settings, inner } of folders) {
      const checked = await checkFolder(folder, settings, progress, inner);
      const signed = await signatureOf(keys.value, checked, async ({ manifest, bytes, keys }) => {
        const { signatureInFolder } = await import("../gates/integrity/signature.js");
        return signatureInFolder(folder, manifest, bytes, { keys, now: now.unix, ...(origins && { origins }) });
      });
      found.push(...[...checked.diagnostics, ...signed.diagnostics].map((one) => fromFolder(one, folder)));
      manifests.push(join(folder, checked.manifest ?? ""));
      seen.files += checked.files;
      seen.bytes += checked.bytes;
      seen.signed += said(signed);
    }
    const time = Math.max(1, Math.round(performance.now() - start));
    const verified = `fedseal: verified ${files(seen.files)} (${size(seen.bytes)}) in ${time} ms`;
    const applied = await configured(loaded, found, now);
    const summary = `${verified}: ${verdict(found, applied, manifests.join(" and "))}${seen.signed}`;
    return { diagnostics: applied.diagnostics.map((one) => toFolder(one, dir)), summary };
  });
}

/** A folder to compare, and the folders in it that are compared by themselves. */
interface Compared {
  folder: string;
  settings: FolderSettings;
  inner: string[];
}

/** The folder, and the targets of the configuration that lie in it: outputs of their own, such as that for the server. */
async function foldersOf(
  loaded: LoadedConfig,
  dir: string,
  given: FolderSettings,
): Promise<{ folders: Compared[]; diagnostics: Diagnostic[] }> {
  const folders: Compared[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const folder of [dir, ...targetsInside(loaded, dir).map((one) => join(dir, one))]) {
    const options = folder === dir ? given : {};
    const read = await folderSettings(loaded, folder, options, (key) => `--${key}`);
    folders.push({ folder, settings: read.settings, inner: targetsInside(loaded, folder) });
    diagnostics.push(...read.diagnostics);
  }
  return { folders, diagnostics };
}

async function configured(loaded: LoadedConfig, found: Diagnostic[], { today }: Moment): Promise<Applied> {
  // Exceptions of other areas find nothing here, and of this one only `fedseal check` looks at all targets.
  const judging = { today, checked: [], from: process.cwd() };
  return applyConfig(loaded, found, judging);
}

/** What an exit code of 0 stands for: levels and exceptions of the configuration are no seal. */
function verdict(found: readonly Diagnostic[], { excepted }: Applied, manifest: string): string {
  if (excepted > 0) return `not all is as sealed in ${manifest}, but exceptions cover ${plural(excepted, "finding")}`;
  const differs = found.some((one) => one.severity === "error");
  return differs ? `the configuration accepts what differs in ${manifest}` : `all as sealed in ${manifest}`;
}

function verifyUrl(url: string, { format, verbose, quiet, state, timeout, ...given }: Options): Promise<ExitCode> {
  const printing = { format, verbose: verbose ?? false, quiet: quiet ?? false };
  const now = given.now ?? thisMoment();
  const counter = { done: 0, total: 0 };
  return report({ area: "integrity", dir: ".", counter, ...printing }, async (): Promise<Outcome> => {
    const start = performance.now();
    const { loaded, diagnostics } = await loadConfig(process.cwd(), given.config);
    if (!loaded) return { diagnostics, summary: "" };
    const refused = (["manifest", "include", "exclude"] as const).find((key) => (given[key] ?? []).length > 0);
    if (refused !== undefined)
      return refuse(`--${refused} is for folders; a URL names its manifest, which names its files`);
    const keys = keysOf(given.key);
    if (!keys.value) return { diagnostics: keys.diagnostics, summary: "" };
    const [{ httpClient }, { checkUrl }] = await Promise.all([
      import("../http/client.js"),
      import("../gates/integrity/served.js"),
    ]);
    const { headers, ...limits } = loaded.config.http ?? {};
    const http = httpClient(limits, headers);
    const advance = (done: number, total: number) => Object.assign(counter, { done, total });
    const checked = await checkUrl(url, http, {
      advance,
      ...(state !== undefined && { state }),
      ...(timeout !== undefined && { timeout }),
    });
    const served = checked.manifest && { manifest: url, manifestBytes: checked.manifest.bytes };
    const signed = await signatureOf(keys.value, served ?? {}, async ({ bytes, keys }) => {
      const { redirects = [], headers } = checked.manifest ?? {};
      if (redirects.length > 0) return redirected(url, redirects);
      const { signatureAt } = await import("../gates/integrity/signature.js");
      return signatureAt(url, bytes, http, { keys, now: now.unix }, headers);
    });
    const time = Math.max(1, Math.round(performance.now() - start));
    const resumed = checked.resumed > 0 ? `, ${checked.resumed} of them by an earlier run,` : "";
    const applied = await configured(loaded, [...checked.diagnostics, ...signed.diagnostics], now);
    const verified = `fedseal: verified ${files(checked.files)} (${size(checked.bytes)})${resumed} in ${time} ms`;
    const summary = `${verified}: ${verdict([...checked.diagnostics, ...signed.diagnostics], applied, url)}${said(signed)}`;
    return { diagnostics: applied.diagnostics, summary };
  });
}

function refuse(message: string, what = "Leave the option out."): Outcome {
  const help = `${what} \`fedseal verify --help\` and \`docs/reference/command.md\` say what is possible.`;
  return { diagnostics: [diagnostic("options/invalid", message, undefined, help)], summary: "" };
}

function keysOf(files: readonly string[]): Read<PublicKey[]> {
  const read = files.map((file) => readPublicKeyFile(file));
  const diagnostics = read.flatMap((one) => one.diagnostics ?? []);
  return diagnostics.length > 0 ? { diagnostics } : { value: read.flatMap((one) => one.value ?? []) };
}

/** Judges the signature where keys were given. A manifest that could not be read is a finding of the check. */
async function signatureOf(
  keys: PublicKey[],
  { manifest, manifestBytes }: { manifest?: string | undefined; manifestBytes?: Uint8Array },
  judge: (given: { manifest: string; bytes: Uint8Array; keys: PublicKey[] }) => Promise<JudgedSignature>,
): Promise<JudgedSignature> {
  if (keys.length === 0 || manifest === undefined || manifestBytes === undefined) return { diagnostics: [] };
  return judge({ manifest, bytes: manifestBytes, keys });
}

function redirected(url: string, [first = url]: readonly string[]): JudgedSignature {
  return { diagnostics: [diagnostic("signature/redirected", `${first} redirects`, { file: url })] };
}

/** What a good signature says. */
function said({ statement, kid }: JudgedSignature): string {
  if (!statement) return "";
  const until = shownTime(statement.exp);
  return `, signed by ${kid} as release ${JSON.stringify(statement.release)}, seq ${statement.seq}, for ${statement.origin} until ${until}`;
}
