import { chmodSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkSignatures } from "@fedseal/runtime/signature";
import { FedsealPlugin } from "fedseal";
import { expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { KEYS } from "./cells.ts";
import { ORIGIN, sealedFolder, testKey } from "./produce.ts";
import { newKey } from "./sign.ts";

/** No message holds a private key, wherever somebody put it: in place of a name, in another option, or in a configuration. */

const made = sealedFolder();
const { privateJwk } = testKey(1);
const JWK = JSON.parse(privateJwk) as { d: string; x: string };
/** Members in the order in which the secret comes early. */
const early = { d: JWK.d, kty: "OKP", crv: "Ed25519", x: JWK.x };
const base64 = Buffer.from(privateJwk).toString("base64");
const pem = String(newKey().key.export({ format: "pem", type: "pkcs8" }));
const pemBody = pem.split("\n")[1] as string;

/** What a key looks like when it stands where a name was meant. */
const SHAPES: Record<string, string> = {
  text: privateJwk,
  "text of several lines": JSON.stringify(early, undefined, 2),
  "text behind a space": ` ${privateJwk}`,
  "quoted text": `'${privateJwk}'`,
  "text in JSON": JSON.stringify(privateJwk),
  base64,
  base64url: Buffer.from(privateJwk).toString("base64url"),
  "base64 in lines": base64.replaceAll(/.{60}/g, "$&\n"),
  "the secret alone": JWK.d,
  "the secret in quotes": `"${JWK.d}"`,
  "the secret in base64": Buffer.from(JWK.d, "base64url").toString("base64"),
  PEM: pem,
  "the body of PEM": pemBody,
};

/** Parts of the secrets that are long enough to help somebody. */
function parts(...texts: string[]): string[] {
  return texts.flatMap((text) =>
    Array.from({ length: Math.max(1, text.length - 11) }, (_, at) => text.slice(at, at + 12)),
  );
}

const SECRETS = new Set(parts(JWK.d, base64.slice(base64.length / 3), pemBody.slice(20)));

function expectNone(said: string) {
  expect([...SECRETS].filter((part) => said.includes(part))).toEqual([]);
}

test.each(Object.entries(SHAPES))("a key in place of its name: %s", (_, shape) => {
  const calls = [
    ["sign", "dist", "--origin", ORIGIN, "--key", shape],
    ["sign", "dist", "--origin", ORIGIN, "--key", `env:${shape}`, "--format", "json"],
    ["sign", "dist", "--origin", ORIGIN, `--key=${shape}`, "--signer", "cat"],
    ["resign", "dist", "--key", `env:${shape}`],
    ["verify", "dist", "--key", shape, "--format", "sarif"],
    ["keygen", "--out", "new", "--from", shape, "--format", "github"],
  ];
  for (const call of calls) {
    const ran = fedseal(made.dir, ...call);
    expectNone(ran.stdout + ran.stderr);
    expect(ran.status, call.join(" ")).toBe(2);
    expect(ran.stdout + ran.stderr).toContain("is not shown: it may be a");
  }
});

test.each(["text", "base64", "the secret alone", "PEM"])("a key in place of something else: %s", (name) => {
  const shape = SHAPES[name] as string;
  const rest = ["--key", "keys/1.private.jwk"];
  for (const call of [
    ["sign", "dist", "--key", ORIGIN, "--origin", shape],
    ["sign", shape, ...rest, "--origin", ORIGIN],
    ["sign", "dist", shape, ...rest, "--origin", ORIGIN],
    ["sign", "dist", ...rest, "--origin", ORIGIN, `--${shape}`],
    ...["--seq", "--remote", "--expires", "--now", "--manifest", "--format"].map((option) => [
      ...["sign", "dist", ...rest, "--origin", ORIGIN, option, shape],
    ]),
    ["keygen", "--out", "new", "--alg", shape],
  ]) {
    const ran = fedseal(made.dir, ...call);
    expectNone(ran.stdout + ran.stderr);
    expect(ran.status, call.join(" ")).toBe(2);
  }
  const split = ["{", '"kty":', '"OKP",', '"d":', `"${JWK.d}"`, "}"];
  expectNone(fedseal(made.dir, "sign", "dist", "--origin", ORIGIN, "--key", ...split).stderr);
});

test("a name that is as long as a key is shown", () => {
  const { kid } = testKey(1);
  for (const name of [
    `keys/${kid}.private.jwk`,
    `${kid}.public.jwk`,
    "../a-team/secrets/of/the/production/cluster/key",
  ]) {
    const ran = fedseal(made.dir, "sign", "dist", "--origin", ORIGIN, "--key", name);
    expect(ran.stdout).toContain(`there is no file ${name}`);
  }
  const variable = fedseal(made.dir, "sign", "dist", "--origin", ORIGIN, "--key", "env:NO_SUCH_KEY");
  expect(variable.stdout).toContain("no variable NO_SUCH_KEY");
  // A file whose name looks like a key is one nevertheless.
  mkdirSync(join(made.dir, "odd"), { recursive: true });
  writeFileSync(join(made.dir, "odd", kid), privateJwk);
  chmodSync(join(made.dir, "odd", kid), 0o600);
  expect(fedseal(made.dir, "sign", "dist", "--origin", ORIGIN, "--key", `odd/${kid}`).status).toBe(0);
});

test.skipIf(process.platform === "win32")("what is no file, or too large for a key, is not read", () => {
  writeFileSync(join(made.dir, "large"), " ".repeat(16 * 1024 + 1), { mode: 0o600 });
  for (const [name, words] of [
    ["/dev/zero", "/dev/zero is a pipe, socket or device, and not a file"],
    ["large", "large has 16385 bytes; a key has at most 16384"],
  ] as const) {
    for (const call of [
      ["sign", "dist", "--origin", ORIGIN],
      ["verify", "dist"],
    ]) {
      const ran = fedseal(made.dir, ...call, "--key", name);
      expect(ran.stdout).toContain(words);
      expect(ran.status).toBe(2);
    }
  }
});

test.skipIf(process.platform === "win32")("a command that never stops writing is stopped", () => {
  for (const command of ["yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | cat"]) {
    const args = ["--origin", ORIGIN, "--key", "keys/1.public.jwk", "--signer", command];
    const ran = fedseal(made.dir, "sign", "dist", ...args);
    expect(ran.stdout).toContain("wrote more than 4096 letters");
    expect(ran.status).toBe(2);
  }
});

test.each([
  ["an option of its own", { signature: early }],
  ["in a list", { signature: { keys: [early] } }],
  ["as text in a list", { signature: { keys: [privateJwk] } }],
  ["in base64", { signature: { keys: [base64] } }],
  ["the secret alone", { signature: { keys: [JWK.d] } }],
  ["an option that does not exist", { signature: { key: early } }],
  ["at the top", { keys: [early] }],
  ["the whole", early],
  ["as text at the top", { sign: { key: privateJwk } }],
  ["as a key", { rules: { [privateJwk]: "note" } }],
  ["the secret as a key", { rules: { [JWK.d]: "off" }, exceptions: [{ rule: JWK.d, owner: "a", reason: "b" }] }],
  ["the secret as a rule", { rules: { [JWK.d]: "note" } }],
  ["the secret as an origin", { http: { headers: { [JWK.d]: { a: "b" } } } }],
  ["a key below the secret", { rules: { [JWK.d]: privateJwk } }],
  ["as a target", { targets: [{ url: privateJwk }, JWK.d] }],
])("a key in the configuration: %s", (_, config) => {
  const file = join(made.dir, "fedseal.config.json");
  writeFileSync(file, JSON.stringify(config));
  try {
    for (const format of ["text", "json"]) {
      const ran = fedseal(made.dir, "check", "--format", format);
      expectNone(ran.stdout + ran.stderr);
      expect(ran.status).toBe(2);
    }
  } finally {
    renameSync(file, join(made.dir, "config.old"));
  }
});

test.each([{ signature: {} }, { signature: { origins: [ORIGIN] } }])("signatures without keys: %j", (config) => {
  const file = join(made.dir, "fedseal.config.json");
  writeFileSync(file, JSON.stringify(config));
  try {
    const ran = fedseal(made.dir, "check", "dist");
    expect(ran.stdout).toContain("config.signature.keys is missing");
    expect(ran.status).toBe(2);
  } finally {
    renameSync(file, join(made.dir, "config.old"));
  }
});

const sign = { key: "env:FEDSEAL_KEY", origin: ORIGIN };

test.each([
  { sign: { ...sign, key: early } },
  { sign: { ...sign, key: [early] } },
  { sign: { ...sign, ...early } },
  { sign: { ...sign, privateKey: early } },
  { sign: { ...sign, jwk: privateJwk } },
  { sign: { ...sign, signer: early } },
  { sign: { ...sign, origin: privateJwk } },
  { sign: { ...sign, origin: JWK.d } },
  { sign: { ...sign, expires: privateJwk } },
  { sign: { ...sign, seq: JWK.d } },
  { sign: { ...sign, [JWK.d]: 1 } },
  { sign: privateJwk },
  { sign: early },
  { enforce: early },
  { enforce: { keys: [early] } },
  { enforce: { signatures: { shop: { keys: [early] } } } },
  { enforce: { unsealed: { [JWK.d]: "no" } } },
  { enforce: { origins: [JWK.d] } },
  { enforce: { mirrors: { shop: [privateJwk] } } },
  { signature: { shop: { keys: [early] } } },
  { key: privateJwk },
  { release: { id: early } },
  early,
])("a key in the options of FedsealPlugin: case %$", (options) => {
  const said = () => {
    try {
      new FedsealPlugin(options as never);
    } catch (error) {
      return String((error as Error).stack);
    }
    throw new Error("was taken");
  };
  expectNone(said());
  expect(said()).toContain("options");
});

test("how long a signature counts, and what a number of releases is, are said", () => {
  const build = (more: object) => () => new FedsealPlugin({ sign: { ...sign, ...more } });
  expect(build({ expires: "never" })).toThrow('options.sign.expires is "never"; expected 30d, 12h or 90m');
  expect(build({ seq: 2 ** 53 })).toThrow("expected a whole number of 0 to 2^53 - 1");
  expect(build({ now: -1 })).toThrow("options.sign.now is -1; expected a whole number of 0 to 2^53 - 1");
});

const good = { policy: "require", keys: [KEYS.shop.jwk] };

test.each([
  [{ shop: { ...good, policy: privateJwk } }, '`signature` of "shop": `policy`'],
  [{ shop: { ...good, [JWK.d]: 1 } }, '`signature` of "shop": there is an option'],
  [{ shop: { ...good, origins: [ORIGIN, privateJwk] } }, '`signature` of "shop": `origins[1]`'],
  [{ shop: { ...good, origins: [JWK.d] } }, "`origins[0]`"],
  [{ shop: { ...good, floors: { [KEYS.shop.kid]: 1, [JWK.d]: "x" } } }, "floor 1 of `floors`"],
  [{ shop: { ...good, floors: { [KEYS.shop.kid]: JWK.d } } }, "floor 0 of `floors`"],
  [{ shop: good, [JWK.d]: {} }, "`signature` of remote 1: `policy`"],
  [{ shop: early }, '`signature` of "shop"'],
  [{ shop: { ...good, keys: [early] } }, "keys[0] is a private key"],
])("a key in the options of checkSignatures: case %$", (options, words) => {
  const said = () => {
    try {
      checkSignatures(options as never);
    } catch (error) {
      return String((error as Error).stack);
    }
    throw new Error("was taken");
  };
  expectNone(said());
  expect(said()).toContain(words);
});
