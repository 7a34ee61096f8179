import { spawn } from "node:child_process";
import { type Diagnostic, type PublicKey, signBytes } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { type PrivateKey, type Read, readPrivateKey, readPublicKeyFile } from "./keys.js";

/** Who signs: a key here, or a command that asks a KMS or an HSM. */
export interface Signer {
  /** The key that verifies what is signed. */
  key: PublicKey;
  /** Gives the raw signature, or why there is none. */
  sign(input: Uint8Array): Promise<Read<Uint8Array>>;
}

/** What names a signer: the private key, or a command together with its public key. */
export interface SignerSettings {
  /** File of a private JWK, or `env:NAME`; with `signer`, file of the public JWK. */
  key: string;
  /** A shell command: the bytes to sign on its standard input, the signature on its standard output: base64 or base64url, of ES256 raw or in DER. */
  signer?: string;
}

/** The signer that the settings name; files are relative to `folder`, and the command runs there. */
export function signerOf({ key, signer }: SignerSettings, env: NodeJS.ProcessEnv, folder = "."): Read<Signer> {
  if (signer === undefined) {
    const read = readPrivateKey(key, env, folder);
    return read.value ? { value: byKey(read.value) } : { diagnostics: read.diagnostics };
  }
  const read = readPublicKeyFile(key, folder);
  return read.value ? { value: byCommand(signer, read.value, folder) } : { diagnostics: read.diagnostics };
}

function byKey({ jwk, key }: PrivateKey): Signer {
  return { key, sign: async (input) => ({ value: signBytes(jwk, input) }) };
}

/** A signature has 64 bytes, or up to 72 in DER: a hundred letters. */
const LARGEST_ANSWER = 4096;

function byCommand(command: string, key: PublicKey, folder: string): Signer {
  return {
    key,
    sign: async (input) => {
      const ran = await runCommand(command, input, folder);
      if ("problem" in ran) return failed(`the command that signs ${ran.problem}`);
      // Tools that write base64 break its lines. What it decodes to is verified before it is used.
      const text = ran.output.replace(/\s+/g, "");
      if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) {
        const help = "Write the signature as base64, and nothing else, to standard output.";
        return failed("the command that signs wrote no base64", help);
      }
      return { value: Buffer.from(text, "base64") };
    },
  };
}

function failed(message: string, help?: string): { diagnostics: Diagnostic[] } {
  return { diagnostics: [diagnostic("sign/signer-failed", message, undefined, help)] };
}

/** Runs a command of the shell without a time limit: a key may wait for somebody's touch. What it writes is not repeated. */
function runCommand(
  command: string,
  input: Uint8Array,
  cwd: string,
): Promise<{ output: string } | { problem: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd, shell: true, stdio: ["pipe", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.length <= LARGEST_ANSWER) return;
      // What the shell started may go on writing: without a reader it ends as well.
      child.stdout.destroy();
      child.kill();
      child.unref();
      resolve({ problem: `wrote more than ${LARGEST_ANSWER} letters` });
    });
    // A command that ends without reading all closes the pipe; its exit code and its answer say the rest.
    child.stdin.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") resolve({ problem: `could not be given its input: ${error.message}` });
    });
    child.on("error", (error) => resolve({ problem: `could not be started: ${error.message}` }));
    child.on("close", (code, signal) => {
      if (code !== 0) resolve({ problem: `ended with ${signal ?? `exit code ${code}`}` });
      else resolve({ output });
    });
    child.stdin.end(input);
  });
}
