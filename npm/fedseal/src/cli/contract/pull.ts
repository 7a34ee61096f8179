import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { fetchFederationManifest, isFedsealError } from "@fedseal/runtime";
import { loadConfig } from "../../config/load.js";
import { CONTRACT_FILE, type Contract, readContract } from "../../contract/contract.js";
import type { Found } from "../../contract/contract-at.js";
import { UnreadableContract } from "../../contract/format.js";
import { folderAt } from "../../contract/package/installed.js";
import { diagnostic } from "../../diagnostics.js";
import { type HttpClient, httpClient } from "../../http/client.js";
import { HttpError } from "../../http/errors.js";
import { fetchThrough } from "../../http/fetch.js";
import type { ExitCode } from "../exit-code.js";
import type { Format } from "../formats.js";
import { report } from "../output.js";
import { updatePackage } from "./package.js";

export interface PullOptions {
  out: string;
  name?: string;
  header: [string, string][];
  format: Format;
}

/** `fedseal contract pull <manifest-url>` */
export function pullContract(url: string, { out, name, header, format }: PullOptions): Promise<ExitCode> {
  return report({ area: "contract", dir: ".", format }, async () => {
    const { loaded, diagnostics: wrong } = await loadConfig(process.cwd());
    if (!loaded) return { diagnostics: wrong, summary: "" };
    const { headers, ...limits } = loaded.config.http ?? {};
    const http = httpClient(limits, headers);
    const { value: contract, diagnostics } = await pulled(url, Object.fromEntries(header), http);
    if (!contract) return { diagnostics, summary: "" };
    const updated = await updatePackage(folderAt(out), { contracts: [contract], name });
    const files = updated.changed.length;
    const changed = files === 0 ? "nothing changed" : `${files} ${files === 1 ? "file" : "files"} written`;
    const summary = `fedseal: ${contract.remote}@${contract.version} from ${url}, ${changed} → ${out}`;
    return { diagnostics: [...diagnostics, ...updated.diagnostics], summary };
  });
}

/** The contract that a deployed manifest names in its closure, if it is that one. */
async function pulled(url: string, headers: Record<string, string>, http: HttpClient): Promise<Found<Contract>> {
  const refuse = (message: string, help?: string): { diagnostics: Diagnostic[] } => ({
    diagnostics: [diagnostic("contract/not-pulled", `${url}: ${message}`, undefined, help)],
  });
  let manifest: Awaited<ReturnType<typeof fetchFederationManifest>>;
  try {
    manifest = await fetchFederationManifest(url, {
      cache: false,
      fetchInit: { headers },
      fetch: fetchThrough(http),
      timeout: http.limits.timeout,
      retries: 0,
    });
  } catch (error) {
    if (!isFedsealError(error)) throw error;
    const cause = rootCause(error);
    return refuse(cause === undefined ? error.message : `the manifest cannot be fetched: ${cause}`);
  }
  const closure = (manifest as { integrity?: Record<string, string> }).integrity ?? {};
  const keys = Object.keys(closure).filter((key) => posix.basename(key) === CONTRACT_FILE);
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    return refuse(keys.length > 1 ? "its closure names several contracts" : "its closure names no contract");
  }
  const bytes = await fetchContract(new URL(CONTRACT_FILE, url), headers, http);
  if (typeof bytes === "string") return refuse(bytes);
  const expected = closure[key] ?? "";
  const [algorithm = "", wanted] = [
    expected.slice(0, expected.indexOf("-")),
    expected.slice(expected.indexOf("-") + 1),
  ];
  if (!/^sha(256|384|512)$/.test(algorithm) || createHash(algorithm).update(bytes).digest("base64") !== wanted) {
    return refuse(`${CONTRACT_FILE} is not the one that was sealed (expected ${expected})`);
  }
  try {
    const contract = readContract(bytes.toString("utf8"));
    if (contract.remote !== manifest.name)
      return refuse(`the contract is that of ${contract.remote}, the manifest that of ${manifest.name}`);
    return { value: contract, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return refuse(`${CONTRACT_FILE}: ${error.message}`, error.help);
  }
}

/** Why a request failed, in the words of the system: `connect ECONNREFUSED 127.0.0.1:3001`. */
function rootCause(error: Error): string | undefined {
  let cause: unknown = error.cause;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  return cause instanceof Error ? cause.message : undefined;
}

/** The bytes beside the manifest; a text says why there are none. */
async function fetchContract(url: URL, headers: Record<string, string>, http: HttpClient): Promise<Buffer | string> {
  try {
    const { status, body } = await http.request(url, { headers, redirect: "manual" });
    if (status >= 300 && status < 400) return `${url.href} cannot be fetched: it redirects, which a contract must not`;
    return status === 200 ? body : `${url.href} answers ${status}`;
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return `${url.href} cannot be fetched: ${error.message}`;
  }
}
