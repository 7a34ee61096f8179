import { generateKeyPairSync } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedseal, fedsealAsync } from "../commands/fedseal.ts";
import { headersIn, NOW, ORIGIN, sealedFolder, sign, testKey, verify } from "./produce.ts";

/** Keys that are elsewhere, and what lies beside a manifest or is put there: headers, links, other keys, other processes. */

describe("a key that never leaves its place", () => {
  const GUIDE = readFileSync(join(import.meta.dirname, "../../docs/guide/signing-in-ci.md"), "utf8");

  test.skipIf(process.platform === "win32")("signs through openssl, by the script of the guide", () => {
    const made = sealedFolder();
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    writeFileSync(join(made.dir, "kms.private.pem"), privateKey.export({ format: "pem", type: "pkcs8" }));
    writeFileSync(join(made.dir, "kms.pem"), publicKey.export({ format: "pem", type: "spki" }));
    const [script] = GUIDE.match(/#!\/bin\/sh\n# A key file[\s\S]*?(?=```)/) ?? [];
    writeFileSync(join(made.dir, "sign.sh"), script as string, { mode: 0o755 });

    const asked = fedseal(made.dir, "keygen", "--out", "kms", "--from", "kms.pem");
    expect(asked).toMatchObject({ status: 0, stderr: "" });
    const [name, ...more] = readdirSync(join(made.dir, "kms"));
    expect(more).toEqual([]);
    expect(JSON.parse(readFileSync(join(made.dir, `kms/${name}`), "utf8"))).toMatchObject(
      publicKey.export({ format: "jwk" }),
    );
    for (const key of [`kms/${name}`, "kms.pem"]) {
      const args = ["--signer", "./sign.sh", "--key", key, "--origin", ORIGIN, "--now", String(NOW)];
      expect(fedseal(made.dir, "sign", "dist", ...args)).toMatchObject({ status: 0, stderr: "" });
      const verified = fedseal(made.dir, "verify", "dist", "--key", key, "--now", String(NOW));
      expect(verified.stdout).toContain(`signed by ${name?.replace(".public.jwk", "")}`);
    }
  });

  test("only one public key in PEM is taken, of an algorithm that signs manifests", () => {
    const made = sealedFolder();
    const pem = (type: "ed25519" | "rsa" | "x25519", isPrivate = false) => {
      const pair =
        type === "rsa" ? generateKeyPairSync("rsa", { modulusLength: 2048 }) : generateKeyPairSync(type as "ed25519");
      return isPrivate
        ? String(pair.privateKey.export({ format: "pem", type: "pkcs8" }))
        : String(pair.publicKey.export({ format: "pem", type: "spki" }));
    };
    const good = pem("ed25519");
    for (const [text, words] of [
      [pem("ed25519", true), "its PEM is not one PUBLIC KEY"],
      [`${good}${good}`, "its PEM is not one PUBLIC KEY"],
      [good.replace("MCow", "MCo"), "its PEM is not one PUBLIC KEY"],
      [pem("rsa"), "not a JWK of Ed25519 (`OKP`) or P-256 (`EC`)"],
      [pem("x25519"), "not a JWK of Ed25519 (`OKP`) or P-256 (`EC`)"],
    ] as const) {
      writeFileSync(join(made.dir, "kms.pem"), text);
      const ran = fedseal(made.dir, "keygen", "--out", "kms", "--from", "kms.pem");
      expect(ran.stdout).toContain("[sign/key-unusable]");
      expect(ran.stdout).toContain(words);
      expect(ran.status).toBe(2);
      expect(existsSync(join(made.dir, "kms"))).toBe(false);
    }
    writeFileSync(join(made.dir, "kms.pem"), good.replaceAll("\n", "\r\n"));
    expect(fedseal(made.dir, "keygen", "--out", "kms", "--from", "kms.pem").status).toBe(0);
    expect(fedseal(made.dir, "keygen", "--out", "kms", "--from", "kms.pem", "--alg", "ES256").status).toBe(2);
  });
});

describe("what lies beside the manifest", () => {
  test("headers for browsers are held to it as well, where keys are given", () => {
    const made = sealedFolder();
    sign(made, 1);
    const good = readFileSync(made.headers, "utf8");
    const judged = () => verify(made, 1).stdout;
    expect(judged()).toContain("signed by");
    const [digest, input, signature] = Object.values(JSON.parse(good)) as [string, string, string];
    const write = (...[one, two, three]: [string, string, string]) =>
      writeFileSync(
        made.headers,
        `${JSON.stringify({ "Unencoded-Digest": one, "Signature-Input": two, Signature: three }, null, 2)}\n`,
      );
    write(digest.replace(/.{4}=:$/, "AAA=:"), input, signature);
    expect(judged()).toContain("[signature/mismatch]");
    write(digest, input, signature.replace(/:.{4}/, ":AAAA"));
    expect(judged()).toContain("[signature/mismatch]");
    writeFileSync(made.headers, "{}");
    expect(judged()).toContain("[signature/mismatch]");
    // Of another key, beside a good sidecar.
    const sidecar = readFileSync(made.sidecar);
    sign(made, 2);
    writeFileSync(made.sidecar, sidecar);
    expect(judged()).toContain("[signature/unknown-key]");
    // A key that no header is for.
    sign(made, 3);
    writeFileSync(made.headers, good);
    expect(verify(made, 3).status).toBe(0);
  });

  test.skipIf(process.platform === "win32")("a link out of the folder is neither read nor written", () => {
    for (const name of ["sidecar", "headers"] as const) {
      const made = sealedFolder();
      sign(made, 1);
      const victim = join(made.dir, "victim");
      writeFileSync(victim, readFileSync(made[name]));
      rmSync(made[name]);
      symlinkSync(victim, made[name]);
      const before = readFileSync(victim);
      expect(verify(made, 1).stdout).toContain("[file/symlink-outside]");
      for (const ran of [
        sign(made, 1, "--seq", "99"),
        sign(made, 2, "--append"),
        fedseal(made.dir, "resign", "dist", "--key", "keys/1.private.jwk", "--now", String(NOW + 5)),
      ]) {
        expect(ran.status).not.toBe(0);
        expect(ran.stdout).toContain("[file/symlink-outside]");
      }
      expect(readFileSync(victim)).toEqual(before);
    }
  });

  test("a private key in the folder is not signed over", () => {
    const made = sealedFolder();
    writeFileSync(join(made.dist, "own.private.jwk"), testKey(1).privateJwk, { mode: 0o600 });
    const args = ["--key", "dist/own.private.jwk", "--origin", ORIGIN, "--now", String(NOW)];
    const ran = fedseal(made.dir, "sign", "dist", ...args);
    expect(ran).toMatchObject({ status: 2, stdout: expect.stringContaining("[sign/key-exposed]") });
    expect(existsSync(made.sidecar)).toBe(false);
  });

  test("several that add a signature at once: none is lost", async () => {
    const made = sealedFolder();
    sign(made, 1);
    const origins = Array.from({ length: 6 }, (_, index) => `https://cdn${index}.example.com`);
    const ran = await Promise.all(
      origins.map((origin) =>
        fedsealAsync(
          made.dir,
          "sign",
          "dist",
          "--key",
          "keys/1.private.jwk",
          "--origin",
          origin,
          "--append",
          "--now",
          String(NOW),
        ),
      ),
    );
    expect(ran.map(({ status }) => status)).toEqual(origins.map(() => 0));
    expect(
      headersIn(readFileSync(made.sidecar))
        .map((one) => one.origin)
        .sort(),
    ).toEqual([ORIGIN, ...origins].sort());
  });

  test("files that are not of the seal are left out as they were when it was sealed", () => {
    const made = sealedFolder();
    writeFileSync(join(made.dist, "other.js"), "1");
    expect(sign(made, 1).status).toBe(1);
    expect(sign(made, 1, "--exclude", "other.js").status).toBe(0);
  });
});
