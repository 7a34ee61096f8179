import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newKey, type SignatureAlgorithm } from "@fedseal/binding";
import { fedseal, output } from "../commands/fedseal.ts";

/** Keys and signed folders that are the same in every run. */

export const ORIGIN = "https://cdn.example.com";
export const NOW = 1_800_000_000;

export interface TestKey {
  kid: string;
  privateJwk: string;
  publicJwk: string;
  /** The bytes of an Ed25519 key in base64. */
  raw: string | undefined;
}

/** The key of a number. */
export function testKey(seed: number, algorithm: SignatureAlgorithm = "Ed25519"): TestKey {
  const pair = newKey(algorithm, Buffer.alloc(32, seed));
  if (!pair) throw new Error(`${seed} gives no key`);
  const { key, privateJwk } = pair;
  return { kid: key.kid, privateJwk, publicJwk: key.jwk, raw: key.raw ?? undefined };
}

export interface Made {
  dir: string;
  dist: string;
  manifest: string;
  sidecar: string;
  headers: string;
}

/** A sealed folder `dist`, and beside it the keys 1 (Ed25519), 2 (Ed25519) and 3 (ES256) as `keys/<n>.{private,public}.jwk`. */
export function sealedFolder(): Made {
  const { dir, dist } = output();
  const { status, stdout } = fedseal(dir, "seal", "dist");
  if (status !== 0) throw new Error(stdout);
  mkdirSync(join(dir, "keys"));
  for (const [seed, algorithm] of [
    [1, "Ed25519"],
    [2, "Ed25519"],
    [3, "ES256"],
  ] as const) {
    const key = testKey(seed, algorithm);
    writeFileSync(join(dir, `keys/${seed}.private.jwk`), key.privateJwk);
    chmodSync(join(dir, `keys/${seed}.private.jwk`), 0o600);
    writeFileSync(join(dir, `keys/${seed}.public.jwk`), key.publicJwk);
  }
  const manifest = join(dist, "mf-manifest.json");
  return { dir, dist, manifest, sidecar: `${manifest}.sig`, headers: `${manifest}.sig.headers` };
}

/** `fedseal sign dist` with the key of a number. */
export function sign({ dir }: Pick<Made, "dir">, key: number, ...more: string[]) {
  return fedseal(
    dir,
    "sign",
    "dist",
    "--key",
    `keys/${key}.private.jwk`,
    "--origin",
    ORIGIN,
    "--now",
    String(NOW),
    ...more,
  );
}

/** `fedseal verify dist` with the public key of a number. */
export function verify({ dir }: Pick<Made, "dir">, key: number, now = NOW, ...more: string[]) {
  return fedseal(dir, "verify", "dist", "--key", `keys/${key}.public.jwk`, "--now", String(now), ...more);
}

/** The protected headers of a sidecar. */
export function headersIn(sidecar: Buffer | string): Record<string, unknown>[] {
  const { signatures } = JSON.parse(sidecar.toString()) as { signatures: { protected: string }[] };
  return signatures.map((one) => JSON.parse(Buffer.from(one.protected, "base64url").toString()));
}
