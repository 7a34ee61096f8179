import { readFileSync, statSync } from "node:fs";
import { type Diagnostic, type PublicKey, publicHalf, readPublicKey } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";

/** A key, or why there is none. Nothing here ever holds a part of a private key. */
export type Read<T> = { value: T; diagnostics?: undefined } | { value?: undefined; diagnostics: Diagnostic[] };

/** A private key: its text is a secret, and is handed to nothing but the signer. */
export interface PrivateKey {
  jwk: string;
  key: PublicKey;
}

/** Permissions that let others than the owner read a file. */
const OTHERS = 0o077;

/** Reads a private key from a file, or from the environment as `env:NAME`. */
export function readPrivateKey(from: string, env: NodeJS.ProcessEnv): Read<PrivateKey> {
  const text = from.startsWith("env:") ? fromEnvironment(from.slice("env:".length), env) : fromFile(from);
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  const { key, problem } = publicHalf(text.value);
  return key ? { value: { jwk: text.value, key } } : unusable(from, problem);
}

/** Reads a public key from a file. */
export function readPublicKeyFile(path: string): Read<PublicKey> {
  const text = contentOf(path);
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  return publicKeyOf(text.value, path);
}

/** A public key from the text of its JWK. `from` says in messages where it stands. */
export function publicKeyOf(jwk: string, from: string): Read<PublicKey> {
  const { key, problem } = readPublicKey(jwk);
  return key ? { value: key } : unusable(from, problem);
}

function fromEnvironment(name: string, env: NodeJS.ProcessEnv): Read<string> {
  const value = env[name];
  if (value !== undefined && value.trim() !== "") return { value };
  const message = `the environment has no variable ${name}, or an empty one`;
  const help = "Give the pipeline the key as a secret of this name; pipelines of forks mostly get none.";
  return { diagnostics: [diagnostic("sign/key-unusable", message, undefined, help)] };
}

function fromFile(path: string): Read<string> {
  const text = contentOf(path);
  // Windows has no such modes: there, who may read the file is not checked (docs/guide/signing.md).
  if (text.value === undefined || process.platform === "win32") return text;
  const mode = statSync(path).mode & 0o777;
  if ((mode & OTHERS) === 0) return text;
  const message = `${path} has mode 0${mode.toString(8)}: others than its owner may use it`;
  return { diagnostics: [diagnostic("sign/key-exposed", message, { file: path })] };
}

function contentOf(path: string): Read<string> {
  // A key in place of its file's name must not get into a message; it is in the shell's history already.
  if (path.trimStart().startsWith("{")) {
    const message = "a key was given as text; give the name of its file, or `env:NAME`";
    return { diagnostics: [diagnostic("sign/key-unusable", message)] };
  }
  try {
    return { value: readFileSync(path, "utf8") };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const message = code === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read (${code})`;
    return { diagnostics: [diagnostic("sign/key-unusable", message, { file: path })] };
  }
}

function unusable(from: string, problem: string | undefined): { diagnostics: Diagnostic[] } {
  const location = from.startsWith("env:") ? undefined : { file: from };
  const message = `the key in ${from} cannot be used: ${problem}`;
  return { diagnostics: [diagnostic("sign/key-unusable", message, location)] };
}
