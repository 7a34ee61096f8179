import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SignOptions } from "fedseal";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { build, copyOfApp, folder, type Producer, remote } from "../bundlers/producers.ts";
import { fedseal } from "../commands/fedseal.ts";
import { headersIn, NOW, ORIGIN, testKey } from "./produce.ts";

const key = testKey(1);
const SIGN: SignOptions = { key: "env:FEDSEAL_TEST_KEY", origin: ORIGIN, now: NOW };

beforeEach(() => {
  process.env.FEDSEAL_TEST_KEY = key.privateJwk;
});
afterEach(() => {
  delete process.env.FEDSEAL_TEST_KEY;
});

function signed(producer: Producer, sign: SignOptions = SIGN, more: object = {}) {
  const out = folder();
  return {
    out,
    built: build(producer, remote(producer, { out, minimize: false, fedseal: { sign, enforce: false }, ...more })),
  };
}

/** What `fedseal verify --key` says of an output. */
function verified(out: string, publicJwk = key.publicJwk) {
  const keys = folder();
  writeFileSync(join(keys, "key.jwk"), publicJwk);
  return fedseal(keys, "verify", out, "--key", "key.jwk", "--now", String(NOW));
}

describe.each(["rspack", "webpack + enhanced"] as const)("%s", (producer) => {
  test("signs what it sealed, and the same build gives the same bytes", async () => {
    const [one, other] = [signed(producer), signed(producer)];
    expect((await one.built).errors).toEqual([]);
    expect((await other.built).errors).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(one.out, "mf-manifest.json"), "utf8"));
    const [header] = headersIn(readFileSync(join(one.out, "mf-manifest.json.sig")));
    expect(header).toMatchObject({
      kid: key.kid,
      remote: "remote_a",
      release: manifest.release.id,
      origin: ORIGIN,
      seq: NOW,
      exp: NOW + 30 * 86_400,
    });
    expect(verified(one.out)).toMatchObject({ status: 0 });
    expect(existsSync(join(one.out, "mf-manifest.json.sig.headers"))).toBe(true);
    const same = readFileSync(join(one.out, "mf-manifest.json")).equals(
      readFileSync(join(other.out, "mf-manifest.json")),
    );
    for (const file of ["mf-manifest.json.sig", "mf-manifest.json.sig.headers"]) {
      const [a, b] = [one, other].map(({ out }) => readFileSync(join(out, file), "utf8"));
      expect(a === b, file).toBe(same);
    }
    expect(Object.keys(manifest.integrity).filter((name) => name.includes(".sig"))).toEqual([]);
  });

  test("a signature that cannot be made fails the build, which then writes nothing", async () => {
    for (const [sign, words] of [
      [{ ...SIGN, key: "env:FEDSEAL_NO_SUCH_KEY" }, "the environment has no variable FEDSEAL_NO_SUCH_KEY"],
      [{ ...SIGN, key: "keys/none.jwk" }, "there is no file keys/none.jwk"],
      [{ ...SIGN, key: key.privateJwk }, "is not shown: it may be a key"],
      [{ ...SIGN, key: "env:FEDSEAL_PUBLIC" }, "it is a public key"],
    ] as const) {
      process.env.FEDSEAL_PUBLIC = key.publicJwk;
      const { out, built } = signed(producer, sign);
      const { errors } = await built;
      expect(errors.join("\n")).toContain(words);
      expect(errors.join("\n")).not.toContain(JSON.parse(key.privateJwk).d);
      expect(readdirSync(out)).toEqual([]);
    }
  });
});

test("a command signs in place of a key, in the folder of the project", async () => {
  const context = copyOfApp();
  writeFileSync(join(context, "public.jwk"), key.publicJwk);
  writeFileSync(
    join(context, "sign.mjs"),
    `import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
const key = createPrivateKey({ key: JSON.parse(process.env.FEDSEAL_TEST_KEY), format: "jwk" });
console.log(sign(null, readFileSync(0), key).toString("base64url"));
`,
  );
  const sign = { ...SIGN, key: "public.jwk", signer: `"${process.execPath}" sign.mjs` };
  const { out, built } = signed("rspack", sign, { context });
  expect((await built).errors).toEqual([]);
  expect(verified(out)).toMatchObject({ status: 0 });
  const failing = signed("rspack", { ...sign, signer: "exit 4" }, { context });
  expect((await failing.built).errors.join("\n")).toContain("ended with exit code 4");
  // Only what is sealed is signed, so that the files are written by then.
  expect(readdirSync(failing.out)).not.toContain("mf-manifest.json");
});

test("what changes the sidecar after it was made fails the build", async () => {
  const change = {
    // biome-ignore lint/suspicious/noExplicitAny: either bundler
    apply(compiler: any) {
      compiler.hooks.afterEmit.tap("test", () =>
        writeFileSync(join(compiler.outputPath, "mf-manifest.json.sig"), "{}"),
      );
    },
  };
  const { out, built } = signed("rspack", SIGN, { plugins: [change] });
  expect((await built).errors.join("\n")).toContain(
    "mf-manifest.json.sig is not what was made when the build was sealed",
  );
  expect(readdirSync(out).filter((name) => name.startsWith("mf-manifest"))).toEqual([]);
});

test.each([
  [{ origin: ORIGIN }, "key"],
  [{ key: "env:A" }, "origin"],
  [{ ...SIGN, origin: "https://cdn.example.com/" }, 'write "https://cdn.example.com"'],
  [{ ...SIGN, origin: "cdn.example.com" }, "expected an origin without a path"],
  [{ ...SIGN, expires: "soon" }, "expires"],
  [{ ...SIGN, seq: 1.5 }, "seq"],
  [{ ...SIGN, remote: "other" }, "remote"],
])("options that are refused: %j", (sign, words) => {
  expect(() => remote("rspack", { fedseal: { sign: sign as SignOptions } })).toThrow(words);
});

test("a build without the option signs nothing", async () => {
  const out = folder();
  const built = await build("rspack", remote("rspack", { out, minimize: false, fedseal: { sign: false } }));
  expect(built.errors).toEqual([]);
  expect(readdirSync(out).filter((name) => name.includes(".sig"))).toEqual([]);
});
