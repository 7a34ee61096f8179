import { execFile } from "node:child_process";
import { opendir } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { type Diagnostic, namedFiles } from "@fedseal/binding";
import { addressOf, hasCredentials, hasScheme, INSTEAD, isWebAddress } from "../config/addresses.js";
import { diagnostic } from "../diagnostics.js";
import type { HttpClient } from "../http/client.js";
import { HttpError } from "../http/errors.js";
import { readRegularFile } from "../regular-files.js";
import { statsAt } from "../stats.js";

/** What a check compares with: files of a commit, of a folder, or of a server. */
export interface Base {
  /** As the user gave it. */
  name: string;
  kind: "git" | "folder" | "url";
  /**
   * A file of the base; undefined where the base does not have it. Of a commit, `path` is relative to the folder that the command
   * runs in; of a folder, to that folder; of a URL, to that URL (a manifest's siblings go by their names).
   *
   * @throws HttpError where a server does not answer with the file or 404
   */
  read(path: string): Promise<Buffer | undefined>;
  /** The size of a file in bytes, where that is known without reading it. */
  size?(path: string): number | undefined;
}

/** Bytes of one file of a commit. */
const LARGEST = 128 * 1024 * 1024;

/**
 * What `--base` names: the URL of a manifest, a folder, `last`, or else a git ref. `last` is `lastRelease` of the configuration, else
 * the nearest tag before this commit. `config/unknown-base` where there is no such thing, or nothing in it: compared with nothing,
 * everything passes.
 */
export async function baseOf(
  given: string,
  { cwd, http, lastRelease }: { cwd: string; http: HttpClient; lastRelease: string | undefined },
): Promise<Base | Diagnostic> {
  if (given.trim() === "")
    return unknown("the base is an empty text; in a pipeline, the variable that holds it is not set");
  if (given === "last") {
    if (lastRelease === "last") return unknown('`lastRelease` is "last", which names itself');
    if (lastRelease !== undefined) return baseOf(lastRelease, { cwd, http, lastRelease: undefined });
    const tag = await lastTag(cwd);
    if (tag === undefined) {
      return unknown("there is no git tag before this commit, and the configuration has no `lastRelease`", NO_RELEASE);
    }
    return gitBase(tag, cwd);
  }
  if (hasCredentials(given)) return unknown(`the base is a URL with a user name or password in it; ${INSTEAD}`);
  if (isWebAddress(given)) return urlBase(given, http);
  if (hasScheme(given)) return unknown(`${given} is not a URL of http or https`);
  const folder = resolve(cwd, given);
  // A path is meant as one; a name may be a branch, which is what counts in a pipeline.
  const isPath = /^[.~/\\]|[\\/]$/.test(given);
  const stats = statsAt(folder);
  const commit = isPath ? undefined : await commitOf(given, cwd);
  if (commit === undefined && stats?.isDirectory()) {
    if (await isEmpty(folder)) return unknown(`there is no file in the folder ${given}`);
    return {
      name: given,
      kind: "folder",
      read: (path) => readIfThere(resolve(folder, path)),
      size: (path) => statsAt(resolve(folder, path))?.size,
    };
  }
  if (commit !== undefined) return gitBase(given, cwd);
  return unknown(`${given} is neither a git ref nor a folder nor a URL`);
}

function unknown(message: string, help?: string): Diagnostic {
  return diagnostic("config/unknown-base", message, undefined, help);
}

/** What to do where `last` finds nothing. */
const NO_RELEASE =
  "Set `lastRelease` in the configuration to what is released (a tag, a folder, or the URL of the deployed manifest), or tag the " +
  "release with git. In a pipeline, fetch tags first (`fetch-depth: 0`). Before the first release, leave `--base` out.";

async function gitBase(ref: string, cwd: string): Promise<Base | Diagnostic> {
  const commit = await commitOf(ref, cwd);
  if (commit === undefined) return unknown(`${ref} is not a commit of this repository`);
  return {
    name: ref,
    kind: "git",
    async read(path) {
      // `./` makes git take the path from the current folder.
      const spec = `${commit}:./${path.replace(/^\.\//, "")}`;
      const exists = await git(cwd, ["cat-file", "-e", spec]);
      return exists === undefined ? undefined : git(cwd, ["cat-file", "blob", spec]);
    },
  };
}

async function urlBase(given: string, http: HttpClient): Promise<Base | Diagnostic> {
  const url = addressOf(given);
  const wrong = await notAManifest(url, http);
  if (wrong !== undefined) return unknown(wrong);
  return {
    name: url,
    kind: "url",
    async read(path) {
      const at = new URL(path, url).href;
      const { status, body } = await http.request(at);
      if (status === 200) return body;
      if (status === 404 || status === 410) return undefined;
      throw new HttpError("ERR_HTTP_PROTOCOL", at, `the server answers ${status}`);
    },
  };
}

/** Why what a URL answers is no manifest: an error, or the page that asks for a login. */
async function notAManifest(url: string, http: HttpClient): Promise<string | undefined> {
  try {
    const { status, body } = await http.request(url);
    if (status !== 200) return `the server answers ${status} for ${url}`;
    const [wrong] = namedFiles(body, url).diagnostics;
    return wrong && `${url} does not answer with a manifest: ${wrong.message}`;
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return `${url} could not be fetched: ${error.message} (${error.code})`;
  }
}

/** Whether a folder holds no file, however deep. */
async function isEmpty(folder: string): Promise<boolean> {
  for await (const one of await opendir(folder, { recursive: true })) if (!one.isDirectory()) return false;
  return true;
}

async function commitOf(ref: string, cwd: string): Promise<string | undefined> {
  // What begins with a dash would be an option.
  if (ref.startsWith("-")) return undefined;
  const found = await git(cwd, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  return found?.toString("utf8").trim() || undefined;
}

/** The nearest tag before this commit; a tag on the commit itself is the release that is being made. */
async function lastTag(cwd: string): Promise<string | undefined> {
  const own = await git(cwd, ["describe", "--tags", "--exact-match", "HEAD"]);
  const from = own === undefined ? "HEAD" : "HEAD^";
  const tag = await git(cwd, ["describe", "--tags", "--abbrev=0", from]);
  return tag?.toString("utf8").trim() || undefined;
}

/** What git writes; undefined where it says no. Only reads, and asks nobody. */
async function git(cwd: string, args: readonly string[]): Promise<Buffer | undefined> {
  try {
    const { stdout } = await promisify(execFile)("git", [...args], {
      cwd,
      encoding: "buffer",
      maxBuffer: LARGEST,
      timeout: 60_000,
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0" },
    });
    return stdout;
  } catch (error) {
    const { code } = error as { code?: unknown };
    // A number is git's own exit code, ENOENT a machine without git.
    if (typeof code === "number" || code === "ENOENT") return undefined;
    throw error;
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  return statsAt(path)?.isFile() ? readRegularFile(path) : undefined;
}
