import { InvalidArgumentError, Option } from "commander";
import { isDate } from "../config/values.js";
import { unixNow } from "../sign/statement.js";
import type { ExitCode } from "./exit-code.js";

/** Options that several commands have. */

/** Gets the exit code of the command that ran. */
export type Done = (code: ExitCode) => void;

export const FOLDER = "output folder that holds the manifest";

export function manifest(): Option {
  return new Option("--manifest <file>", "manifest, relative to the folder (default: the only mf-manifest.json)");
}

export function configuration(): Option {
  return new Option("--config <file>", "the configuration (default: the nearest fedseal.config.*)").argParser(notEmpty);
}

/** `--include` and `--exclude`. */
export function globs(flag: "--include" | "--exclude"): Option {
  const meaning = flag === "--include" ? "loadable although their name does not say so" : "loaded by no page";
  return new Option(`${flag} <glob>`, `files that are ${meaning}; may be repeated`)
    .argParser((glob: string, all: string[]) => [...all, glob])
    .default([] as string[], "none");
}

export function verbose(meaning = "print all findings of a rule"): Option {
  return new Option("-v, --verbose", meaning).default(false);
}

export function quiet(): Option {
  return new Option("-q, --quiet", "print errors only, and nothing if there are none").default(false);
}

/** The time that exceptions and signatures are judged by: for a pipeline that has to give the same answer on another day. */
export function moment(): Option {
  const meaning = "day, in UTC, or seconds since 1970 that exceptions and signatures are judged by (default: now)";
  return new Option("--now <date>", meaning).argParser((text: string): Moment => {
    if (isDate(text)) return { today: text, unix: Date.parse(`${text}T23:59:59Z`) / 1000 };
    const unix = Number(text);
    if (!/^\d{1,11}$/.test(text)) throw new InvalidArgumentError("Write it as 2027-01-31, or in seconds since 1970.");
    return momentOf(unix);
  });
}

function momentOf(unix: number): Moment {
  return { today: new Date(unix * 1000).toISOString().slice(0, 10), unix };
}

/** A time to judge by. */
export interface Moment {
  /** In UTC, as YYYY-MM-DD. */
  today: string;
  unix: number;
}

/** The time of the call. */
export function thisMoment(): Moment {
  return momentOf(unixNow());
}

/** An option that may be given several times. */
export function list<T = string>(
  flag: string,
  meaning: string,
  parse: (text: string) => T = (text) => text as T,
): Option {
  return new Option(flag, `${meaning}; may be repeated`)
    .argParser((text: string, all: T[] = []) => [...all, parse(text)])
    .default([] as T[], "none");
}

export function milliseconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError("It must be a number above 0.");
  return value;
}

export function notEmpty(value: string): string {
  if (value === "") throw new InvalidArgumentError("It must not be empty.");
  return value;
}
