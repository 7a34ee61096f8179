import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BIN, fedseal, output } from "../commands/fedseal.ts";
import { headersIn, NOW, ORIGIN, sealedFolder, sign, testKey, verify } from "./produce.ts";

const DAY = 86_400;

describe("fedseal keygen", () => {
  test.each(["Ed25519", "ES256"])("makes a pair for %s that signs and verifies", (alg) => {
    const made = sealedFolder();
    const ran = fedseal(made.dir, "keygen", "--out", "new", "--alg", alg);
    expect(ran.status).toBe(0);
    const files = readdirSync(join(made.dir, "new")).sort();
    const [kid] = (files[0] ?? "").split(".");
    expect(files).toEqual([`${kid}.private.jwk`, `${kid}.public.jwk`]);
    const key = JSON.parse(readFileSync(join(made.dir, "new", `${kid}.private.jwk`), "utf8"));
    const publicKey = JSON.parse(readFileSync(join(made.dir, "new", `${kid}.public.jwk`), "utf8"));
    expect(publicKey).toMatchObject({ kid, alg, use: "sig" });
    expect(publicKey).not.toHaveProperty("d");
    expect(ran.stdout + ran.stderr).not.toContain(key.d);
    if (process.platform !== "win32") {
      expect(statSync(join(made.dir, "new", `${kid}.private.jwk`)).mode & 0o777).toBe(0o600);
    }
    const [secret, open] = [`new/${kid}.private.jwk`, `new/${kid}.public.jwk`];
    expect(fedseal(made.dir, "sign", "dist", "--key", secret, "--origin", ORIGIN).status).toBe(0);
    expect(fedseal(made.dir, "verify", "dist", "--key", open).status).toBe(0);
  });

  test("two keys are two keys", () => {
    const { dir } = output();
    for (const _ of [1, 2]) expect(fedseal(dir, "keygen", "--out", "new").status).toBe(0);
    expect(readdirSync(join(dir, "new"))).toHaveLength(4);
  });
});

describe("fedseal sign", () => {
  test.each([1, 3])("what it writes is verified, with the key %i", (key) => {
    const made = sealedFolder();
    const manifest = readFileSync(made.manifest);
    const ran = sign(made, key);
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(made.manifest)).toEqual(manifest);
    const release = JSON.parse(manifest.toString()).release.id;
    expect(headersIn(readFileSync(made.sidecar))).toEqual([
      {
        alg: key === 3 ? "ES256" : "Ed25519",
        kid: testKey(key, key === 3 ? "ES256" : "Ed25519").kid,
        typ: "mf-manifest+jws",
        crit: ["b64"],
        b64: false,
        schema: 1,
        remote: "shop",
        release,
        origin: ORIGIN,
        seq: NOW,
        iat: NOW,
        exp: NOW + 30 * DAY,
      },
    ]);
    expect(existsSync(made.headers)).toBe(key === 1);
    expect(ran.stdout.includes("fedseal headers")).toBe(key === 1);
    expect(verify(made, key)).toMatchObject({ status: 0 });
    expect(verify(made, key).stdout).toContain(`signed by ${testKey(key, key === 3 ? "ES256" : "Ed25519").kid}`);
    // The folder is as it was sealed: the carriers are no unlisted files, whatever is included.
    expect(fedseal(made.dir, "verify", "dist", "--include", "**").status).toBe(0);
    // Sealing again neither takes them into the closure nor changes a byte.
    expect(fedseal(made.dir, "seal", "dist", "--include", "**").status).toBe(0);
    expect(readFileSync(made.manifest)).toEqual(manifest);
  });

  test.each([1, 3])("the same inputs and the same time give the same bytes, with the key %i", (key) => {
    const files = () => {
      const made = sealedFolder();
      sign(made, key, "--expires", "12h", "--seq", "5", "--release", "r1");
      return [made.sidecar, made.headers].filter((one) => existsSync(one)).map((one) => readFileSync(one, "utf8"));
    };
    const first = files();
    expect(files()).toEqual(first);
    expect(headersIn(first[0] ?? "")[0]).toMatchObject({ seq: 5, release: "r1", exp: NOW + DAY / 2 });
  });

  test("without --now it is the time of the call", () => {
    const made = sealedFolder();
    const before = Math.floor(Date.now() / 1000);
    fedseal(made.dir, "sign", "dist", "--key", "keys/1.private.jwk", "--origin", ORIGIN);
    const { iat, seq } = headersIn(readFileSync(made.sidecar))[0] as { iat: number; seq: number };
    expect(iat).toBeGreaterThanOrEqual(before);
    expect(seq).toBe(iat);
  });

  test("the key comes from the environment", () => {
    const made = sealedFolder();
    const call = (env: Record<string, string>) =>
      spawnSync(
        process.execPath,
        [BIN, "sign", "dist", "--key", "env:TEAM_KEY", "--origin", ORIGIN, "--now", String(NOW)],
        {
          cwd: made.dir,
          encoding: "utf8",
          env: { ...process.env, ...env },
        },
      );
    expect(call({ TEAM_KEY: testKey(1).privateJwk }).status).toBe(0);
    expect(verify(made, 1).status).toBe(0);
    for (const env of [{}, { TEAM_KEY: "" }, { TEAM_KEY: "not a key" }]) {
      const ran = call(env);
      expect(ran.status).toBe(2);
      expect(ran.stdout).toContain("[sign/key-unusable]");
    }
  });

  test.skipIf(process.platform === "win32")("a key that others can read is refused", () => {
    const made = sealedFolder();
    for (const mode of [0o644, 0o640, 0o604, 0o660, 0o602]) {
      chmodSync(join(made.dir, "keys/1.private.jwk"), mode);
      const ran = sign(made, 1);
      expect(ran.status, mode.toString(8)).toBe(2);
      expect(ran.stdout).toContain("[sign/key-exposed]");
      expect(existsSync(made.sidecar)).toBe(false);
    }
    for (const mode of [0o600, 0o400]) {
      chmodSync(join(made.dir, "keys/1.private.jwk"), mode);
      expect(sign(made, 1).status, mode.toString(8)).toBe(0);
    }
  });

  test("nothing that is printed holds a private key, whatever is wrong", () => {
    const made = sealedFolder();
    const { privateJwk } = testKey(1);
    const secret = JSON.parse(privateJwk).d as string;
    const broken = {
      double: privateJwk.replace("{", '{"d":"AA",'),
      cut: privateJwk.slice(0, -1),
      other: privateJwk.replace("OKP", "EC"),
    };
    for (const [name, text] of Object.entries(broken)) {
      writeFileSync(join(made.dir, "keys", name), text);
      chmodSync(join(made.dir, "keys", name), 0o600);
    }
    for (const format of ["text", "json"]) {
      for (const key of ["keys/double", "keys/cut", "keys/other", "keys/1.private.jwk", privateJwk, ` ${privateJwk}`]) {
        for (const call of [
          ["sign", "dist", "--origin", ORIGIN],
          ["sign", "dist", "--origin", ORIGIN, "--signer", "cat"],
          ["resign", "dist"],
          ["verify", "dist"],
        ]) {
          const ran = fedseal(made.dir, ...call, "--key", key, "--format", format);
          expect(ran.stdout + ran.stderr).not.toContain(secret.slice(0, 12));
          if (key !== "keys/1.private.jwk") expect(ran.status).toBe(2);
        }
      }
    }
  }, 120_000);

  test("a folder that differs from its seals is not signed, whatever the configuration accepts", () => {
    const made = sealedFolder();
    appendFileSync(join(made.dist, "remoteEntry.js"), "!");
    const config = {
      rules: { "integrity/drift": "note" },
      exceptions: [{ rule: "integrity/drift", owner: "team", reason: "a late step" }],
    };
    writeFileSync(join(made.dir, "fedseal.config.json"), JSON.stringify(config));
    const ran = sign(made, 1);
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("error[integrity/drift]");
    expect(existsSync(made.sidecar)).toBe(false);
  });

  test("a folder that was never sealed is not signed", () => {
    const made = sealedFolder();
    const { integrity, ...manifest } = JSON.parse(readFileSync(made.manifest, "utf8"));
    expect(integrity).toBeDefined();
    writeFileSync(made.manifest, JSON.stringify(manifest));
    expect(sign(made, 1).status).toBe(1);
    expect(existsSync(made.sidecar)).toBe(false);
  });

  test.each([
    [["--remote", "cart"], '`remote` is "cart", but the manifest\'s `name` is "shop"'],
    [["--expires", "0d"], "Write it as 30d, 12h or 90m."],
    [["--expires", "30"], "Write it as 30d, 12h or 90m."],
    [["--seq", "-1"], "--seq"],
    [["--seq", "9007199254740992"], "It must be an integer of 0 to 2^53 - 1."],
    [["--now", "9007199254740991"], "this looks like milliseconds"],
    [["--origin", "https://cdn.example.com/"], "An origin has no path and no default port: https://cdn.example.com."],
    [
      ["--origin", "https://cdn.example.com:443"],
      "An origin has no path and no default port: https://cdn.example.com.",
    ],
    [["--origin", "https://bücher.example"], "xn--bcher-kva"],
    [["--origin", "ftp://cdn.example.com"], "Write it as an origin"],
    [["--origin", "null"], "Write it as an origin"],
    [["--orign", "https://cdn.example.com"], "Did you mean --origin?"],
    [["--key", "keys/1.public.jwk"], "it is a public key"],
    [["--key", "keys/none"], "there is no file keys/none"],
    [["--manifest", "other.json"], "dist has no file other.json"],
  ])("a wrong call: %j", (more, words) => {
    const made = sealedFolder();
    const ran = sign(made, 1, ...more);
    expect(ran.status).toBe(2);
    expect(ran.stdout + ran.stderr).toContain(words);
    expect(existsSync(made.sidecar)).toBe(false);
  });

  test("--append keeps what is there: a second key, a second origin", () => {
    const made = sealedFolder();
    sign(made, 1);
    const first = JSON.parse(readFileSync(made.sidecar, "utf8")).signatures[0];
    expect(sign(made, 2, "--append").status).toBe(0);
    expect(sign(made, 3, "--append").status).toBe(0);
    expect(JSON.parse(readFileSync(made.sidecar, "utf8")).signatures[0]).toEqual(first);
    for (const key of [1, 2, 3]) expect(verify(made, key).status).toBe(0);
    expect(
      fedseal(
        made.dir,
        "sign",
        "dist",
        "--key",
        "keys/1.private.jwk",
        "--origin",
        "https://other.example",
        "--now",
        String(NOW),
        "--append",
      ).status,
    ).toBe(0);
    expect(headersIn(readFileSync(made.sidecar)).map((one) => one.origin)).toEqual([
      ORIGIN,
      ORIGIN,
      ORIGIN,
      "https://other.example",
    ]);
    expect(Object.values(JSON.parse(readFileSync(made.headers, "utf8")))[1]).toMatch(/^sig0=.*, sig1=/);
    // Without it, only the new one is left, and no header of a key that did not sign.
    sign(made, 3);
    expect(headersIn(readFileSync(made.sidecar))).toHaveLength(1);
    expect(existsSync(made.headers)).toBe(false);
  });

  test("--append refuses signatures of another release, and a sidecar that it cannot read", () => {
    const made = sealedFolder();
    sign(made, 1);
    const before = readFileSync(made.sidecar);
    appendFileSync(join(made.dist, "remoteEntry.js"), "!");
    fedseal(made.dir, "seal", "dist");
    const old = (of: Buffer, headers?: Buffer) => {
      writeFileSync(made.sidecar, of);
      if (headers) writeFileSync(made.headers, headers);
      else rmSync(made.headers, { force: true });
    };
    old(before);
    const ran = sign(made, 2, "--append");
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain("[sign/other-release]");
    expect(readFileSync(made.sidecar)).toEqual(before);
    // The same release id over other bytes: the headers tell, the key that signs, and keys of the configuration.
    const stale = (key: number) => {
      fedseal(made.dir, "seal", "dist", "--release", "r1", "--algorithm", "sha384");
      sign(made, key);
      const carriers = [readFileSync(made.sidecar), key === 3 ? undefined : readFileSync(made.headers)] as const;
      fedseal(made.dir, "seal", "dist", "--release", "r1", "--algorithm", "sha512");
      return carriers;
    };
    const [sidecar, headers] = stale(1);
    old(sidecar, headers);
    expect(sign(made, 2, "--append").stdout).toContain("the file of response headers is of another manifest");
    old(sidecar);
    expect(sign(made, 1, "--append", "--origin", "https://other.example").stdout).toContain(
      "is not one over this manifest",
    );
    const [es256] = stale(3);
    old(es256);
    writeFileSync(join(made.dir, "fedseal.config.json"), '{"signature":{"keys":["keys/3.public.jwk"]}}');
    const known = sign(made, 2, "--append");
    expect(known.stdout).toContain("[sign/other-release]");
    expect(known.stdout).toContain("is not one over this manifest");
    rmSync(join(made.dir, "fedseal.config.json"));
    // Of a key that nobody named.
    fedseal(made.dir, "seal", "dist");
    sign(made, 3);
    expect(sign(made, 1, "--append").stdout).toContain(
      `kept without being verified: the signature of ${testKey(3, "ES256").kid}`,
    );
    // Nothing to add to.
    fedseal(made.dir, "seal", "dist");
    rmSync(made.sidecar);
    expect(sign(made, 2, "--append")).toMatchObject({
      status: 2,
      stdout: expect.stringContaining("to add a signature to"),
    });
    for (const broken of ["{}", "x".repeat(20_000)]) {
      writeFileSync(made.sidecar, broken);
      const refused = sign(made, 2, "--append");
      expect(refused.stdout).toContain("[signature/malformed]");
      expect(refused.status).toBe(2);
      expect(readFileSync(made.sidecar, "utf8")).toBe(broken);
    }
  });

  test("a ninth signature is refused", () => {
    const made = sealedFolder();
    for (let at = 1; at <= 8; at++) {
      const origin = `https://cdn${at}.example.com`;
      const more = ["--origin", origin, ...(at > 1 ? ["--append"] : [])];
      expect(sign(made, 1, ...more).status).toBe(0);
    }
    const before = readFileSync(made.sidecar);
    const ran = sign(made, 1, "--append");
    expect(ran.stdout).toContain("9 signatures; 1 to 8 are read");
    expect(ran.status).toBe(2);
    expect(readFileSync(made.sidecar)).toEqual(before);
  });
});

describe("--signer", () => {
  /** A command that signs as a KMS does: here it is Node's own crypto, with the key that the test gives it. */
  function signerScript(dir: string, key: number, output: string): string {
    const path = join(dir, "signer.mjs");
    const algorithm = key === 3 ? '"sha256"' : "null";
    writeFileSync(
      path,
      `import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
const input = readFileSync(0);
const key = createPrivateKey({ key: JSON.parse(readFileSync("keys/${key}.private.jwk")), format: "jwk" });
const raw = sign(${algorithm}, input, { key, dsaEncoding: "ieee-p1363" });
const der = sign(${algorithm}, input, key);
${output}
`,
    );
    return `"${process.execPath}" signer.mjs`;
  }
  const through = (made: ReturnType<typeof sealedFolder>, key: number, command: string, verb = "sign") =>
    fedseal(
      made.dir,
      verb,
      "dist",
      "--key",
      `keys/${key}.public.jwk`,
      "--signer",
      command,
      "--now",
      String(NOW),
      ...(verb === "sign" ? ["--origin", ORIGIN] : []),
    );

  test.each([1, 3])("signs with the key %i outside, and the result is that of the key itself", (key) => {
    const made = sealedFolder();
    const command = signerScript(made.dir, key, 'console.log(raw.toString("base64url"));');
    const ran = through(made, key, command);
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(verify(made, key).status).toBe(0);
    if (key === 1) {
      const [sidecar, headers] = [readFileSync(made.sidecar), readFileSync(made.headers)];
      sign(made, 1);
      expect([readFileSync(made.sidecar), readFileSync(made.headers)]).toEqual([sidecar, headers]);
    }
    expect(through(made, key, command, "resign").status).toBe(0);
    expect(verify(made, key).status).toBe(0);
  });

  test("the higher s of ES256 is written as the lower one", () => {
    const made = sealedFolder();
    const flip = `const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const s = n - BigInt("0x" + raw.subarray(32).toString("hex"));
console.log(Buffer.concat([raw.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, "0"), "hex")]).toString("base64url"));`;
    expect(through(made, 3, signerScript(made.dir, 3, flip)).status).toBe(0);
    expect(verify(made, 3).status).toBe(0);
  });

  test.each([
    ["DER in base64, as AWS KMS gives it", 3, 'console.log(der.toString("base64"));'],
    ["DER in base64url", 3, 'console.log(der.toString("base64url"));'],
    ["base64 in lines, as openssl writes it", 3, 'console.log(der.toString("base64").replace(/.{64}/g, "$&\\n"));'],
    ["padded base64", 1, 'console.log(raw.toString("base64"));'],
  ])("%s is taken", (_, key, code) => {
    const made = sealedFolder();
    expect(through(made, key, signerScript(made.dir, key, code))).toMatchObject({ status: 0, stderr: "" });
    expect(verify(made, key).status).toBe(0);
  });

  test.each([
    [
      "cut DER",
      3,
      'console.log(der.subarray(0, -1).toString("base64"));',
      "is not `r || s` of 64 bytes, or DER (ES256)",
    ],
    ["DER of another curve's size", 3, 'console.log(Buffer.alloc(104, 48).toString("base64"));', "has 104 bytes"],
    ["63 bytes", 1, 'console.log(raw.subarray(1).toString("base64"));', "has 63 bytes, and is not 64 bytes (Ed25519"],
    ["nothing", 1, "", "wrote no base64"],
    ["words", 1, 'console.log("Signature: " + raw.toString("base64"));', "wrote no base64"],
    ["another key's signature", 1, 'console.log("A".repeat(86));', "is not one by the key"],
    ["too much", 1, 'console.log("A".repeat(9000));', "wrote more than 4096 letters"],
    ["a failure", 1, 'console.log(raw.toString("base64url")); process.exit(3);', "ended with exit code 3"],
  ])("%s is refused, and nothing is written", (_, key, code, words) => {
    const made = sealedFolder();
    const ran = through(made, key, signerScript(made.dir, key, code));
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain("[sign/signer-failed]");
    expect(ran.stdout).toContain(words);
    expect(existsSync(made.sidecar) || existsSync(made.headers)).toBe(false);
  });

  test("a command that does not exist or does not read, and a private key in place of the public one", () => {
    const made = sealedFolder();
    for (const command of ["no-such-command-of-fedseal", "exit 1", `"${process.execPath}" -e "process.exit(0)"`]) {
      const ran = through(made, 1, command);
      expect(ran.status).toBe(2);
      expect(ran.stdout).toContain("[sign/signer-failed]");
    }
    const ran = fedseal(made.dir, "sign", "dist", "--key", "keys/1.private.jwk", "--signer", "cat", "--origin", ORIGIN);
    expect(ran.stdout).toContain("it is a private key");
  });
});

test("sealing a signed folder anew says that the signature is that of before", () => {
  const made = sealedFolder();
  sign(made, 1);
  const words =
    "removed dist/mf-manifest.json.sig and dist/mf-manifest.json.sig.headers, of the manifest as it was before";
  expect(fedseal(made.dir, "seal", "dist").stdout).not.toContain(words);
  appendFileSync(join(made.dist, "remoteEntry.js"), "\n//");
  expect(fedseal(made.dir, "seal", "dist")).toMatchObject({ status: 0, stdout: expect.stringContaining(words) });
  expect([made.sidecar, made.headers].filter((one) => existsSync(one))).toEqual([]);
  expect(verify(made, 1).stdout).toContain("[signature/missing]");
  sign(made, 1);
  expect(fedseal(made.dir, "seal", "dist").stdout).not.toContain(words);
});

describe("fedseal resign", () => {
  test("lets the signatures of its key count for longer, and changes nothing else", () => {
    const made = sealedFolder();
    sign(made, 1, "--seq", "5");
    sign(made, 2, "--append");
    const later = NOW + 40 * DAY;
    expect(verify(made, 1, later).stdout).toContain("error[signature/expired]");
    const [old, other] = headersIn(readFileSync(made.sidecar));
    const resign = (...more: string[]) => {
      const args = ["--key", "keys/1.private.jwk", "--now", String(later), "--expires", "7d", ...more];
      return fedseal(made.dir, "resign", "dist", ...args);
    };
    // An old release that somebody put back would be renewed, too.
    const before = readFileSync(made.sidecar);
    expect(resign()).toMatchObject({ status: 2, stdout: expect.stringContaining("[sign/nothing-to-renew]") });
    expect(resign().stdout).toContain("add `--expired`");
    expect(readFileSync(made.sidecar)).toEqual(before);
    expect(resign("--expired")).toMatchObject({ status: 0, stderr: "" });
    expect(headersIn(readFileSync(made.sidecar))).toEqual([{ ...old, exp: later + 7 * DAY }, other]);
    expect(readFileSync(made.headers, "utf8")).toContain(`created=${NOW};expires=${later + 7 * DAY}`);
    expect(verify(made, 1, later).status).toBe(0);
    expect(verify(made, 2, later).stdout).toContain("error[signature/expired]");
  });

  test("renews only what its key has said about these bytes", () => {
    const made = sealedFolder();
    const resign = (key: number) =>
      fedseal(made.dir, "resign", "dist", "--key", `keys/${key}.private.jwk`, "--now", String(NOW));
    expect(resign(1).stdout).toContain("there is no mf-manifest.json.sig");
    sign(made, 1);
    expect(resign(2).stdout).toContain("has no signature of the key");
    const good = readFileSync(made.sidecar, "utf8");
    // A statement that somebody put beside a good one, as if it were the key's.
    const { signatures } = JSON.parse(good);
    const header = { ...headersIn(good)[0], seq: 9_007_199_254_740_991, release: "theirs" };
    const forged = { ...signatures[0], protected: Buffer.from(JSON.stringify(header)).toString("base64url") };
    for (const list of [[forged], [signatures[0], forged], [forged, signatures[0]]]) {
      writeFileSync(made.sidecar, JSON.stringify({ signatures: list }));
      const ran = resign(1);
      expect(ran.status).toBe(2);
      expect(ran.stdout).toContain("[sign/nothing-to-renew]");
      expect(ran.stdout).toMatch(/is not one over these bytes/);
      expect(JSON.parse(readFileSync(made.sidecar, "utf8")).signatures).toEqual(list);
    }
    writeFileSync(made.sidecar, good);
    appendFileSync(join(made.dist, "remoteEntry.js"), "!");
    expect(resign(1).stdout).toContain("[integrity/drift]");
    fedseal(made.dir, "seal", "dist");
    writeFileSync(made.sidecar, good);
    expect(resign(1).stdout).toContain("[sign/nothing-to-renew]");
    expect(readFileSync(made.sidecar, "utf8")).toBe(good);
  });
});

describe("fedseal verify --key", () => {
  test.each([
    ["no sidecar", "signature/missing", (made) => rmSync(made.sidecar)],
    ["an empty sidecar", "signature/malformed", (made) => writeFileSync(made.sidecar, "")],
    ["a sidecar that is too large", "signature/malformed", (made) => appendFileSync(made.sidecar, " ".repeat(20_000))],
    ["a sidecar with more behind it", "signature/malformed", (made) => appendFileSync(made.sidecar, "x")],
    ["another manifest", "signature/mismatch", (made) => appendFileSync(made.manifest, "\n")],
    ["another key's", "signature/unknown-key", (made) => sign(made, 2)],
  ] as [string, string, (made: ReturnType<typeof sealedFolder>) => void][])("%s", (_, rule, change) => {
    const made = sealedFolder();
    sign(made, 1);
    expect(verify(made, 1).status).toBe(0);
    change(made);
    const ran = verify(made, 1);
    expect(ran.stdout).toContain(`error[${rule}]`);
    expect(ran.status).toBe(1);
    // Without a key signatures are not looked at.
    expect(fedseal(made.dir, "verify", "dist").status).toBe(0);
  });

  test("times, with a minute between two clocks", () => {
    const made = sealedFolder();
    sign(made, 1, "--expires", "1h");
    const said = (now: number) => /\[(signature\/[a-z-]+)\]/.exec(verify(made, 1, now).stdout)?.[1];
    expect(said(NOW - 61)).toBe("signature/not-yet-valid");
    expect(said(NOW - 60)).toBeUndefined();
    expect(said(NOW + 3600 + 59)).toBeUndefined();
    expect(said(NOW + 3600 + 60)).toBe("signature/expired");
    expect(fedseal(made.dir, "verify", "dist", "--key", "keys/1.public.jwk", "--now", "2027-01-16").stdout).toContain(
      "[signature/expired]",
    );
    expect(fedseal(made.dir, "verify", "dist", "--now", "yesterday").status).toBe(2);
  });

  test("of several keys one is enough; a key that cannot be used is no key less", () => {
    const made = sealedFolder();
    sign(made, 1);
    const both = (...keys: string[]) =>
      fedseal(made.dir, "verify", "dist", "--now", String(NOW), ...keys.flatMap((key) => ["--key", `keys/${key}`]));
    expect(both("2.public.jwk", "1.public.jwk").status).toBe(0);
    for (const bad of ["1.private.jwk", "none"]) {
      const ran = both("1.public.jwk", bad);
      expect(ran.status).toBe(2);
      expect(ran.stdout).toContain("[sign/key-unusable]");
    }
    mkdirSync(join(made.dir, "keys/folder"));
    expect(both("folder").stdout).toContain("keys/folder cannot be read (EISDIR)");
  });

  test("a manifest that is signed as another remote's", () => {
    const made = sealedFolder();
    sign(made, 1);
    // The same bytes but for the name are other bytes: only who signs can be wrong about it.
    const manifest = JSON.parse(readFileSync(made.manifest, "utf8"));
    writeFileSync(made.manifest, JSON.stringify({ ...manifest, name: "cart" }));
    expect(verify(made, 1).stdout).toContain("error[signature/mismatch]");
  });
});
