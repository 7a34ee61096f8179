import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, type KeyPair, newKey, type PublicKey, type SignatureAlgorithm } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { type Read, readPublicKeyFile } from "../../sign/keys.js";
import { statsAt } from "../../stats.js";
import type { ExitCode } from "../exit-code.js";
import { type Outcome, type Printing, report } from "../output.js";

interface Options extends Printing {
  out: string;
  alg: SignatureAlgorithm;
  from?: string;
}

/** `fedseal keygen --out <dir>` */
export function keygen({ out, alg, from, format, verbose, quiet }: Options): Promise<ExitCode> {
  const printing = { format, verbose: verbose ?? false, quiet: quiet ?? false };
  return report({ area: "sign", dir: out, ...printing }, async (): Promise<Outcome> => {
    const made = from === undefined ? { value: freshKey(alg) } : known(from);
    if (!made.value) return { diagnostics: made.diagnostics, summary: "" };
    const { privateJwk, key } = made.value;
    const names = { private: `${key.kid}.private.jwk`, public: `${key.kid}.public.jwk` };
    if (!statsAt(out)) mkdirSync(out, { recursive: true, mode: 0o700 });
    const failed =
      (privateJwk === undefined ? undefined : created(out, names.private, privateJwk, 0o600)) ??
      created(out, names.public, key.jwk, 0o644);
    if (failed) return { diagnostics: [failed], summary: "" };
    const files = { private: join(out, names.private), public: `${join(out, names.public)} (for hosts)` };
    const summary = [
      from === undefined
        ? `fedseal: made a key for ${key.algorithm} → ${files.private} (secret), ${files.public}`
        : `fedseal: ${from} has a key for ${key.algorithm} → ${files.public}`,
      ...(from === undefined
        ? [
            `fedseal: put the text of the secret one into a secret of the pipeline, delete the file, and commit the other`,
          ]
        : []),
      ...(key.raw == null ? [] : [`fedseal: browsers know it as integrity="ed25519-${key.raw}"`]),
    ];
    return { diagnostics: [], summary: summary.join("\n") };
  });
}

/** The public half of a key that is elsewhere. */
function known(from: string): Read<{ privateJwk?: undefined; key: PublicKey }> {
  const { value, diagnostics } = readPublicKeyFile(from);
  return value ? { value: { key: value } } : { diagnostics };
}

/** Bytes that give no key come once in 2^32 draws. */
function freshKey(algorithm: SignatureAlgorithm): KeyPair {
  for (;;) {
    const pair = newKey(algorithm, randomBytes(32));
    if (pair) return pair;
  }
}

/** Writes a file that must not be there. Its mode is its own from the first byte. */
function created(dir: string, name: string, text: string, mode: number): Diagnostic | undefined {
  const path = join(dir, name);
  let file: number;
  try {
    file = openSync(path, "wx", mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = code === "EEXIST" ? "there is a file already, which may be a key" : code;
    return diagnostic("file/unwritable", `${path} cannot be written: ${why}`, { file: name });
  }
  try {
    writeSync(file, `${text}\n`);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return undefined;
}
