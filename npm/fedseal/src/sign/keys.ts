import { createPublicKey } from "node:crypto";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Diagnostic, type PublicKey, publicHalf, readPublicKey } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { mayBeKey } from "../private-keys.js";
import { readRegularFile } from "../regular-files.js";
import { statsAt } from "../stats.js";

/** A key, or why there is none. Nothing here ever holds a part of a private key. */
export type Read<T> = { value: T; diagnostics?: undefined } | { value?: undefined; diagnostics: Diagnostic[] };

/** A private key: its text is a secret, and is handed to nothing but the signer. */
export interface PrivateKey {
  jwk: string;
  key: PublicKey;
}

/** A file of more bytes is no key. */
const LARGEST = 16 * 1024;

/** Permissions that let others than the owner read a file. */
const OTHERS = 0o077;

/** Reads a private key from a file, relative to `folder`, or from the environment as `env:NAME`. */
export function readPrivateKey(from: string, env: NodeJS.ProcessEnv, folder: string): Read<PrivateKey> {
  const name = from.startsWith("env:") ? from.slice("env:".length) : undefined;
  const text = name === undefined ? contentOf(from, folder) : fromEnvironment(name, env);
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  const { key, problem } = publicHalf(text.value);
  // A public key may be read by everybody, and is wrong for another reason.
  const isSecret = readPublicKey(text.value).key == null;
  const exposed = name === undefined && isSecret ? exposedBy(from, folder) : undefined;
  if (exposed) return { diagnostics: [exposed] };
  return key ? { value: { jwk: text.value, key } } : unusable(from, problem);
}

/** Reads a public key from a file, relative to `folder`: a JWK, or what services hand out (SPKI in PEM, RFC 7468). */
export function readPublicKeyFile(path: string, folder = "."): Read<PublicKey> {
  const text = contentOf(path, folder);
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  const jwk = text.value.includes("-----BEGIN ") ? jwkOfPem(text.value) : text.value;
  return jwk === undefined
    ? unusable(path, "its PEM is not one PUBLIC KEY of Ed25519 or P-256")
    : publicKeyOf(jwk, path);
}

/** A private key in PEM has a public half as well, and is refused nevertheless: it does not belong where a public one does. */
function jwkOfPem(pem: string): string | undefined {
  if (!/^\s*-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----\s*$/.test(pem)) return undefined;
  try {
    const { kty, crv, x, y } = createPublicKey(pem).export({ format: "jwk" });
    return JSON.stringify({ kty, crv, x, y });
  } catch (error) {
    // Node's own crypto says of what it cannot read only that; a bug of ours has another form.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}

/** A public key from the text of its JWK. `from` says in messages where it stands. */
export function publicKeyOf(jwk: string, from: string): Read<PublicKey> {
  const { key, problem } = readPublicKey(jwk);
  return key ? { value: key } : unusable(from, problem);
}

function fromEnvironment(name: string, env: NodeJS.ProcessEnv): Read<string> {
  const value = env[name];
  if (value !== undefined && value.trim() !== "") return { value };
  if (!isShown(`env:${name}`)) return notShown();
  const message = `the environment has no variable ${name}, or an empty one`;
  const help = "Give the pipeline the key as a secret of this name; pipelines of forks mostly get none.";
  return { diagnostics: [diagnostic("sign/key-unusable", message, undefined, help)] };
}

/** Windows has no such modes: there, who may read the file is not checked (docs/decisions/signatures.md). */
function exposedBy(path: string, folder: string): Diagnostic | undefined {
  if (process.platform === "win32") return undefined;
  const mode = statSync(resolve(folder, path)).mode & 0o777;
  if ((mode & OTHERS) === 0) return undefined;
  const [name, location] = isShown(path) ? [path, { file: path }] : ["the file of the key", undefined];
  const message = `${name} has mode 0${mode.toString(8)}: others than its owner may use it`;
  return diagnostic("sign/key-exposed", message, location);
}

function contentOf(path: string, folder: string): Read<string> {
  const refused = (message: string) => {
    // A key in place of its file's name must not get into a message; it is in the shell's history already.
    if (!isShown(path)) return notShown();
    return { diagnostics: [diagnostic("sign/key-unusable", message, { file: path })] };
  };
  const file = resolve(folder, path);
  try {
    const { size = 0 } = statsAt(file) ?? {};
    if (size > LARGEST) return refused(`${path} has ${size} bytes; a key has at most ${LARGEST}`);
    return { value: readRegularFile(file).toString("utf8") };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === "ENOENT") return refused(`there is no file ${path}`);
    if (code === "ENOTSUP") return refused(`${path} is a pipe, socket or device, and not a file`);
    return refused(`${path} cannot be read (${code})`);
  }
}

function unusable(from: string, problem: string | undefined): { diagnostics: Diagnostic[] } {
  if (!isShown(from)) return { diagnostics: [diagnostic("sign/key-unusable", `the key cannot be used: ${problem}`)] };
  const location = from.startsWith("env:") ? undefined : { file: from };
  const message = `the key in ${from} cannot be used: ${problem}`;
  return { diagnostics: [diagnostic("sign/key-unusable", message, location)] };
}

/** Whether what names a key may be printed: somebody may have given the key in place of its name. */
function isShown(from: string): boolean {
  if (from.startsWith("env:"))
    return /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(from.slice("env:".length)) && !mayBeKey(from);
  return !mayBeKey(from) && !from.trimStart().startsWith("{");
}

function notShown(): { diagnostics: Diagnostic[] } {
  const message = "the value given as the name of the key is not shown: it may be a key";
  const help = "Give the name of the key's file, or env:NAME with the name of a variable that holds the key.";
  return { diagnostics: [diagnostic("sign/key-unusable", message, undefined, help)] };
}
