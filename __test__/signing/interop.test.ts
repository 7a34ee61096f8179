import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { calculateJwkThumbprint, FlattenedSign, flattenedVerify, importJWK, type JWK } from "jose";
import { describe, expect, test } from "vitest";
import { headersIn, NOW, ORIGIN, sealedFolder, sign, testKey, verify } from "./produce.ts";

/** `jose` is somebody else's implementation of the same specifications: it reads what fedseal writes, and writes what it reads. */

const KEYS = [
  ["Ed25519", 1],
  ["ES256", 3],
] as const;

interface Entry {
  protected: string;
  signature: string;
}

function entriesOf(sidecar: string): Entry[] {
  return (JSON.parse(readFileSync(sidecar, "utf8")) as { signatures: Entry[] }).signatures;
}

describe.each(KEYS)("%s", (algorithm, number) => {
  const key = testKey(number, algorithm);
  const publicJwk = JSON.parse(key.publicJwk) as JWK;
  const privateJwk = JSON.parse(key.privateJwk) as JWK;

  test("jose makes the same thumbprint", async () => {
    expect(await calculateJwkThumbprint(publicJwk)).toBe(key.kid);
    expect(publicJwk.kid).toBe(key.kid);
  });

  test("jose verifies what fedseal signs, and refuses it over other bytes", async () => {
    const made = sealedFolder();
    expect(sign(made, number).status).toBe(0);
    const payload = readFileSync(made.manifest);
    const [entry] = entriesOf(made.sidecar) as [Entry];
    const imported = await importJWK(publicJwk, algorithm);
    const { protectedHeader } = await flattenedVerify({ ...entry, payload }, imported, { algorithms: [algorithm] });
    expect(protectedHeader).toMatchObject({ b64: false, remote: "shop", origin: ORIGIN, iat: NOW });
    for (const other of [Buffer.concat([payload, Buffer.from("\n")]), payload.subarray(1)]) {
      await expect(flattenedVerify({ ...entry, payload: other }, imported)).rejects.toThrow(
        "signature verification failed",
      );
    }
    const stranger = await importJWK(JSON.parse(testKey(9, algorithm).publicJwk), algorithm);
    await expect(flattenedVerify({ ...entry, payload }, stranger)).rejects.toThrow("signature verification failed");
  });

  test.each(algorithm === "ES256" ? ["ES256"] : ["Ed25519", "EdDSA"])(
    "fedseal verifies what jose signs, as %s",
    async (alg) => {
      const made = sealedFolder();
      sign(made, number);
      const [header] = headersIn(readFileSync(made.sidecar));
      const payload = readFileSync(made.manifest);
      const imported = await importJWK(privateJwk, alg);
      // ES256 by jose has a random k, and by that either s; readers of manifests take the lower one.
      let entry: Entry;
      let isHigh: boolean;
      do {
        const signed = await new FlattenedSign(payload).setProtectedHeader({ ...header, alg } as never).sign(imported);
        entry = { protected: signed.protected ?? "", signature: signed.signature };
        isHigh = algorithm === "ES256" && Buffer.from(entry.signature, "base64url").readUInt8(32) >= 0x80;
        if (isHigh) {
          writeFileSync(made.sidecar, JSON.stringify({ signatures: [entry] }));
          expect(verify(made, number).stdout).toContain("error[signature/mismatch]");
        }
      } while (isHigh);
      writeFileSync(made.sidecar, JSON.stringify({ signatures: [entry] }));
      expect(verify(made, number)).toMatchObject({ status: 0 });
      writeFileSync(made.manifest, `${payload}\n`);
      expect(verify(made, number).stdout).toContain("error[signature/mismatch]");
    },
  );
});

test("the digest of the headers is that of Node's own crypto", () => {
  const made = sealedFolder();
  sign(made, 1);
  const digest = createHash("sha256").update(readFileSync(made.manifest)).digest("base64");
  expect(JSON.parse(readFileSync(made.headers, "utf8"))["Unencoded-Digest"]).toBe(`sha-256=:${digest}:`);
});
