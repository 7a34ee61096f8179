import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join, posix, relative, sep } from "node:path";
import { namesAt, type Places, statesOf, type TscInputs } from "./tsc-inputs.js";

/** Entries that are kept; each is for other exposes, another setting or another compiler. */
const ENTRIES = 16;
const NAME = /^contract-[0-9a-f]{64}\.json$/;
/** The layout of an entry. */
const FORMAT = 1;

/** What one run of tsc is asked for: with the same inputs, the same is written. */
export interface Question extends Places {
  /** The project. */
  root: string;
  /** Everything that is not read from a file by tsc itself: settings, compiler, extractor. */
  setting: unknown;
}

/** What tsc wrote, and the files that it read to write it. */
export interface Answer {
  /** Declarations by their paths below the output folder, with `/`. */
  written: Record<string, string>;
  /** Absolute paths. */
  read: string[];
}

interface Entry extends Answer {
  format: number;
  named: string[];
  states: string[];
  names: string;
}

/** Declarations that tsc wrote in earlier builds: one file per question, in a folder that several builds may share. */
export class TscCache {
  readonly #folder: string;
  readonly #name: string;
  readonly #question: Question;
  readonly #log: (message: string) => void;

  constructor(folder: string, question: Question, log: (message: string) => void) {
    this.#folder = folder;
    this.#name = `contract-${hash(JSON.stringify([FORMAT, question]))}.json`;
    this.#question = question;
    this.#log = (message) => log(`contract cache: ${message}`);
  }

  /** The answer of an earlier build, if tsc would read the same now. */
  async read(): Promise<Answer | undefined> {
    const entry = await this.#entry();
    if (!entry) return undefined;
    const [names, states] = await Promise.all([namesAt(this.#question, entry.named), statesOf(entry.named)]);
    const changed = entry.named.find((_, index) => states?.[index] !== entry.states[index]);
    if (changed !== undefined || names !== entry.names) {
      const what = changed === undefined ? "the list of packages or of declaration files" : this.#shown(changed);
      this.#log(`${what} has changed, so TypeScript runs`);
      return undefined;
    }
    const now = new Date();
    // Says which entries are in use. Another build may just have removed this one.
    await utimes(this.#path, now, now).catch(codeOf);
    this.#log("nothing that TypeScript would read has changed, so it does not run");
    return entry;
  }

  /**
   * Keeps what tsc has written into `out`, after it printed `output`. `started`: when it began, by the clock of the file
   * system.
   */
  async write(inputs: TscInputs, out: string, started: number): Promise<void> {
    const { read, named } = inputs;
    const states = await statesOf(named, started);
    const place = new Map(named.map((path, index) => [path, index]));
    // A quote in a path cuts it short where it is quoted.
    const unsure = read.find((path) => path.includes("'") || states?.[place.get(path) ?? -1] === "nothing");
    if (!states || read.length === 0 || unsure !== undefined) {
      this.#log("not kept: a file changed while TypeScript ran, or its name cannot be read from the output");
      return;
    }
    const [names, written] = await Promise.all([namesAt(this.#question, named), textsIn(out)]);
    const text = JSON.stringify({ format: FORMAT, named, states, names, read, written } satisfies Entry);
    const temporary = `${this.#path}.${randomBytes(6).toString("hex")}.tmp`;
    try {
      await writeFile(temporary, `${hash(text)}\n${text}`);
      // Another build may do the same: each reader finds a whole entry.
      await rename(temporary, this.#path);
      await this.#prune();
    } catch (error) {
      this.#log(`not kept: ${codeOf(error)}`);
    }
  }

  get #path(): string {
    return join(this.#folder, this.#name);
  }

  #shown(path: string): string {
    return relative(this.#question.root, path).split(sep).join("/");
  }

  async #entry(): Promise<Entry | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path, "utf8");
    } catch (error) {
      this.#log(codeOf(error) === "ENOENT" ? "no entry yet" : `the entry cannot be read: ${codeOf(error)}`);
      return undefined;
    }
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    const entry = text.slice(0, end) === hash(body) ? (JSON.parse(body) as unknown) : undefined;
    if (isEntry(entry)) return entry;
    this.#log(`${this.#name} is damaged, or not an entry of fedseal, and is ignored`);
    return undefined;
  }

  async #prune(): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => NAME.test(name));
    if (names.length <= ENTRIES) return;
    const ages = await Promise.all(
      names.map(async (name) => ({ name, age: (await stat(join(this.#folder, name))).mtimeMs })),
    );
    ages.sort((a, b) => b.age - a.age);
    for (const { name } of ages.slice(ENTRIES)) await rm(join(this.#folder, name), { force: true });
  }
}

/** Writes declarations back to where tsc would have written them. */
export async function restore({ written }: Answer, out: string): Promise<void> {
  for (const folder of new Set(Object.keys(written).map((name) => dirname(name)))) {
    await mkdir(join(out, folder), { recursive: true });
  }
  await Promise.all(Object.entries(written).map(([name, text]) => writeFile(join(out, name), text)));
}

async function textsIn(out: string): Promise<Record<string, string>> {
  const items = await readdir(out, { recursive: true, withFileTypes: true });
  const paths = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  const texts = await Promise.all(
    paths.sort().map(async (path) => [relative(out, path).split(sep).join("/"), await readFile(path, "utf8")] as const),
  );
  return Object.fromEntries(texts);
}

function isEntry(value: unknown): value is Entry {
  const { format, named, states, names, read, written } = (value ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return (
    format === FORMAT &&
    typeof names === "string" &&
    [named, states, read].every((list) => Array.isArray(list) && list.every((one) => typeof one === "string")) &&
    typeof written === "object" &&
    Object.entries(written ?? { "": undefined }).every(([name, text]) => isInside(name) && typeof text === "string")
  );
}

function isInside(name: string): boolean {
  return posix.normalize(name) === name && !/^\.\.|^\/|\\|:/.test(name);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The code of an error of the file system; another error is a bug. */
function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  throw error;
}
