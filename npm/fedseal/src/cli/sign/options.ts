import { InvalidArgumentError, Option } from "commander";
import { EXPIRES, secondsOf } from "../../sign/statement.js";

/** Options that the commands of signing share. */

export function key(meaning: string): Option {
  return new Option("--key <key>", meaning).makeOptionMandatory();
}

/** The key of commands that sign. */
export function signingKey(): Option {
  return key("file of the private JWK, or env:NAME; with --signer, file of the public JWK");
}

export function signer(): Option {
  return new Option(
    "--signer <command>",
    "command that signs: bytes on its standard input, signature as base64 on its standard output",
  );
}

export function expires(): Option {
  return new Option("--expires <time>", "how long the signature counts, such as 30d or 12h")
    .argParser((text: string) => {
      if (secondsOf(text) === undefined) throw new InvalidArgumentError("Write it as 30d, 12h or 90m.");
      return text;
    })
    .default(EXPIRES);
}

/** The time that a statement is made at: for a pipeline that has to write the same bytes again. */
export function unixTime(): Option {
  return new Option("--now <unix>", "time of signing, in seconds since 1970 (default: now)").argParser(
    (text: string) => {
      const seconds = integer(text);
      // The year 5138: a clock that counts in milliseconds.
      if (seconds < 1e11) return seconds;
      throw new InvalidArgumentError("It is in seconds; this looks like milliseconds.");
    },
  );
}

export function integer(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError("It must be an integer of 0 to 2^53 - 1.");
  }
  return value;
}

export function originOption(): Option {
  return new Option("--origin <origin>", "origin that serves the manifest, such as https://cdn.example.com")
    .argParser((text: string) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      if (!url || !/^https?:$/.test(url.protocol) || text.includes("*")) {
        throw new InvalidArgumentError("Write it as an origin, such as https://cdn.example.com.");
      }
      if (url.origin !== text)
        throw new InvalidArgumentError(`An origin has no path and no default port: ${url.origin}.`);
      return text;
    })
    .makeOptionMandatory();
}
