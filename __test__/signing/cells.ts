import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sri } from "../folders.ts";
import { evil } from "../tamper/cells.ts";
import type { Answer, Tamper } from "../tamper/server.ts";
import {
  DAY,
  derSignature,
  mirrored,
  newKey,
  now,
  rawSignature,
  type Signature,
  type SigningKey,
  type Statement,
  sidecar,
  signature,
  statement,
  withLargeS,
} from "./sign.ts";

/** Keys of the attack suite, by whose they are. */
export const KEYS = {
  /** Pinned for the remote. */
  shop: newKey(),
  next: newKey(),
  p256: newKey("ES256"),
  /** Pinned for another remote. */
  cart: newKey(),
  /** Pinned by nobody. */
  stranger: newKey(),
};

/** The host's floor for the key `next`. */
export const FLOOR = 1000;
export const SKEW = 300;

/** As the host pins it. */
export const SIGNATURE = {
  shop: {
    policy: "require" as const,
    keys: [KEYS.shop.jwk, KEYS.next.jwk, KEYS.p256.jwk],
    floors: { [KEYS.next.kid]: FLOOR },
    clockSkew: SKEW * 1000,
  },
  cart: { policy: "require" as const, keys: [KEYS.cart.jwk] },
};

/** A sealed remote on its server. */
export interface World {
  /** The manifest as it was built. */
  manifest: Buffer;
  /** The manifest with the entry exchanged, and sealed anew. */
  resealed: Buffer;
  /** Where it is served. */
  origin: string;
  foreign: string;
  /** The path below the origin. */
  path: string;
}

/** What is served. What is left out is as it was deployed. */
export interface Served {
  manifest?: Buffer | Answer;
  sidecar?: string | Buffer | Answer;
  /** The entry's bytes are those that the resealed manifest names. */
  evil?: boolean;
}

export interface Cell {
  name: string;
  /** What has to be told: the end of the code, or nothing where it has to work. */
  code?: string;
  serve(world: World): Served;
}

export function worldOf(dir: string, at: { origin: string; foreign: string; path: string }): World {
  const manifest = readFileSync(join(dir, "mf-manifest.json"));
  const entry = readFileSync(join(dir, "remoteEntry.js"));
  const changed = evil("remoteEntry.js", entry);
  const hex = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  const resealed = manifest.toString().replaceAll(sri(entry), sri(changed)).replaceAll(hex(entry), hex(changed));
  return { manifest, resealed: Buffer.from(resealed), ...at };
}

/** What a server does for a cell. */
export function tamperOf(world: World, served: Served): Tamper {
  const answer = (one: Buffer | string | Answer): Answer =>
    typeof one === "string" || Buffer.isBuffer(one) ? { body: one } : one;
  return (path, body) => {
    if (path === `${world.path}/mf-manifest.json`) return answer(served.manifest ?? world.manifest);
    if (path === `${world.path}/mf-manifest.json.sig`) return answer(served.sidecar ?? signed(world));
    if (path === `${world.path}-moved/mf-manifest.json.sig`) return answer(signed(world));
    return body && served.evil && path.endsWith("/remoteEntry.js") ? { body: evil(path, body) } : undefined;
  };
}

/** The sidecar as it is deployed; `change` puts something else into the statement. */
export function signed(world: World, change: Statement = {}, key: SigningKey = KEYS.shop): string {
  return sidecar(one(world, change, key));
}

function one(world: World, change: Statement = {}, key: SigningKey = KEYS.shop, bytes = world.manifest): Signature {
  return signature(key, statement(key, world.origin, change), bytes);
}

/** Another remote's manifest at this one's address: of the same key, for the same origin, signed well. */
export function servedAs(world: World, remote: string): Served {
  const manifest = Buffer.from(world.resealed.toString().replaceAll('"shop"', JSON.stringify(remote)));
  return { manifest, evil: true, sidecar: sidecar(one(world, { remote }, KEYS.shop, manifest)) };
}

/** A sidecar of two keys, as while one takes the other's place. */
export function signedByTwo(world: World, ...keys: [SigningKey, SigningKey]): string {
  return sidecar(...keys.map((key) => one(world, {}, key)));
}

/** A sidecar whose header is the text that `change` makes of the right one. */
function withHeader(world: World, change: (text: string) => string | Buffer): string {
  return sidecar(signature(KEYS.shop, change(JSON.stringify(statement(KEYS.shop, world.origin))), world.manifest));
}

/** A sidecar with other bytes in the place of the signature. */
function withBytes(world: World, key: SigningKey, bytes: (header: string) => Buffer): string {
  const { protected: header } = one(world, {}, key);
  return sidecar({ protected: header, signature: bytes(header).toString("base64url") });
}

/** `change` may be made anew each time that it is served: what goes by the clock would change its meaning while the tests run. */
const statedBy = (
  code: string | undefined,
  name: string,
  change: Statement | (() => Statement),
  key?: SigningKey,
): Cell => ({
  name,
  ...(code && { code }),
  serve: (world) => ({ sidecar: signed(world, typeof change === "function" ? change() : change, key) }),
});
const headed = (name: string, change: (text: string) => string | Buffer): Cell => ({
  name,
  code: "SIGNATURE_SCHEMA",
  serve: (world) => ({ sidecar: withHeader(world, change) }),
});
const asSidecar = (name: string, make: (right: string, world: World) => string | Buffer): Cell => ({
  name,
  code: "SIGNATURE_SCHEMA",
  serve: (world) => ({ sidecar: make(signed(world), world) }),
});

/** What has to be refused. */
export const ATTACKS: Cell[] = [
  // Bytes
  {
    name: "manifest and entry replaced, and sealed anew",
    code: "SIGNATURE_MISMATCH",
    serve: ({ resealed }) => ({ manifest: resealed, evil: true }),
  },
  {
    name: "bytes behind the manifest",
    code: "SIGNATURE_MISMATCH",
    serve: ({ manifest }) => ({ manifest: Buffer.concat([manifest, Buffer.from("\n")]) }),
  },
  {
    name: "a byte order mark before the manifest",
    code: "SIGNATURE_MISMATCH",
    serve: ({ manifest }) => ({ manifest: Buffer.concat([Buffer.from("\ufeff"), manifest]) }),
  },
  {
    name: "sidecar of another manifest",
    code: "SIGNATURE_MISMATCH",
    serve: (world) => ({ sidecar: sidecar(one(world, {}, KEYS.shop, Buffer.from("{}"))) }),
  },
  {
    name: "header changed",
    code: "SIGNATURE_MISMATCH",
    serve: (world) => {
      const { signature: bytes } = one(world, { exp: now() - DAY, iat: now() - 2 * DAY });
      return { sidecar: sidecar({ ...one(world), signature: bytes }) };
    },
  },
  {
    name: "sidecar stripped, manifest and entry replaced",
    code: "SIGNATURE_MISSING",
    serve: ({ resealed }) => ({ manifest: resealed, evil: true, sidecar: { status: 404, body: "gone" } }),
  },
  { name: "sidecar forbidden", code: "SIGNATURE_MISSING", serve: () => ({ sidecar: { status: 403, body: "no" } }) },
  { name: "no answer for the sidecar", code: "FETCH", serve: () => ({ sidecar: { status: 500, body: "no" } }) },
  // Whose
  statedBy("SIGNATURE_UNKNOWN_KEY", "a key that nobody pinned", {}, KEYS.stranger),
  statedBy("SIGNATURE_UNKNOWN_KEY", "the key of another remote", {}, KEYS.cart),
  statedBy(
    "SIGNATURE_MISMATCH",
    "a stranger's signature with the name of a pinned key",
    { kid: KEYS.shop.kid },
    KEYS.stranger,
  ),
  {
    name: "another remote's signed manifest",
    code: "SIGNATURE_WRONG_REMOTE",
    serve: (world) => servedAs(world, "cart"),
  },
  {
    name: "another remote's manifest, signed under this remote's name",
    code: "SIGNATURE_WRONG_REMOTE",
    serve: (world) => {
      const manifest = Buffer.from(world.resealed.toString().replaceAll('"shop"', '"cart"'));
      return { manifest, evil: true, sidecar: sidecar(one(world, {}, KEYS.shop, manifest)) };
    },
  },
  // Algorithms
  statedBy("SIGNATURE_ALGORITHM", "alg none", { alg: "none" }),
  statedBy("SIGNATURE_ALGORITHM", "alg none with a key that nobody pinned", { alg: "none" }, KEYS.stranger),
  statedBy("SIGNATURE_ALGORITHM", "alg HS256, by the public key", { alg: "HS256" }),
  statedBy("SIGNATURE_ALGORITHM", "alg ES256 with a key of Ed25519", { alg: "ES256" }),
  statedBy("SIGNATURE_ALGORITHM", "alg Ed25519 with a key of P-256", { alg: "Ed25519" }, KEYS.p256),
  statedBy("SIGNATURE_ALGORITHM", "alg EdDSA with a key of P-256", { alg: "EdDSA" }, KEYS.p256),
  statedBy("SIGNATURE_ALGORITHM", "alg in lower case", { alg: "ed25519" }),
  {
    name: "ES256 with the other s",
    code: "SIGNATURE_MISMATCH",
    serve: (world) => ({
      sidecar: withBytes(world, KEYS.p256, (header) => mirrored(rawSignature(KEYS.p256, header, world.manifest))),
    }),
  },
  {
    name: "ES256 as DER",
    code: "SIGNATURE_MISMATCH",
    serve: (world) => ({
      sidecar: withBytes(world, KEYS.p256, (header) => derSignature(KEYS.p256, header, world.manifest)),
    }),
  },
  {
    name: "Ed25519 with s + L",
    code: "SIGNATURE_MISMATCH",
    serve: (world) => ({
      sidecar: withBytes(world, KEYS.shop, (header) => withLargeS(rawSignature(KEYS.shop, header, world.manifest))),
    }),
  },
  {
    name: "a signature that is cut",
    code: "SIGNATURE_MISMATCH",
    serve: (world) => ({
      sidecar: withBytes(world, KEYS.shop, (header) => rawSignature(KEYS.shop, header, world.manifest).subarray(1)),
    }),
  },
  // Statement
  statedBy("SIGNATURE_SCHEMA", "another type", { typ: "JWT" }),
  statedBy("SIGNATURE_SCHEMA", "no type", { typ: undefined }),
  statedBy("SIGNATURE_SCHEMA", "an unknown crit", { crit: ["b64", "exp"] }),
  statedBy("SIGNATURE_SCHEMA", "an empty crit", { crit: [] }),
  statedBy("SIGNATURE_SCHEMA", "b64 missing", { b64: undefined }),
  statedBy("SIGNATURE_SCHEMA", "b64 true", { b64: true }),
  statedBy("SIGNATURE_SCHEMA", "another schema", { schema: 2 }),
  statedBy("SIGNATURE_SCHEMA", "an unknown member", { nbf: 0 }),
  statedBy("SIGNATURE_SCHEMA", "a remote that is none", { remote: ["shop"] }),
  statedBy("SIGNATURE_SCHEMA", "a release that is none", { release: undefined }),
  statedBy("SIGNATURE_SCHEMA", "a release that is empty", { release: "" }),
  statedBy("SIGNATURE_SCHEMA", "a seq that is text", { seq: "5" }),
  statedBy("SIGNATURE_SCHEMA", "a seq with a fraction", { seq: 1.5 }),
  statedBy("SIGNATURE_SCHEMA", "a seq that is too large", { seq: 2 ** 53 }),
  statedBy("SIGNATURE_SCHEMA", "a negative seq", { seq: -1 }),
  statedBy("SIGNATURE_SCHEMA", "no exp", { exp: undefined }),
  statedBy("SIGNATURE_SCHEMA", "an exp that is iat", { iat: now(), exp: now() }),
  headed("a member twice", (text) => text.replace('"schema":1', '"schema":1,"schema":1')),
  headed("a member twice, with another value first", (text) => text.replace('"remote":', '"remote":"cart","remote":')),
  headed("a member twice, once escaped", (text) => text.replace('"remote":', '"rem\\u006fte":"cart","remote":')),
  headed("members in another order", (text) =>
    JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse())),
  ),
  headed("spaces in the header", (text) => text.replaceAll(",", ", ")),
  headed("a byte order mark in the header", (text) => `\ufeff${text}`),
  headed("a header that is no UTF-8", (text) =>
    Buffer.from(text.replace('"release":"1"', '"release":"\u00ff"'), "latin1"),
  ),
  headed("a header that is a list", () => "[]"),
  headed("a header that is no JSON", () => "none"),
  // Place
  statedBy("SIGNATURE_WRONG_ORIGIN", "signed for another origin", { origin: "https://cdn.example.com" }),
  {
    name: "signed for another port",
    code: "SIGNATURE_WRONG_ORIGIN",
    serve: (world) => ({ sidecar: signed(world, { origin: world.foreign }) }),
  },
  {
    name: "an origin in another spelling",
    code: "SIGNATURE_WRONG_ORIGIN",
    serve: (world) => ({ sidecar: signed(world, { origin: `${world.origin}/` }) }),
  },
  {
    name: "redirected on its origin",
    code: "SIGNATURE_REDIRECTED",
    serve: ({ origin, path }) => ({
      manifest: { status: 302, headers: { location: `${origin}${path}-moved/mf-manifest.json` } },
    }),
  },
  {
    name: "sidecar redirected on its origin",
    code: "SIGNATURE_REDIRECTED",
    serve: ({ origin, path }) => ({
      sidecar: { status: 302, headers: { location: `${origin}${path}-moved/mf-manifest.json.sig` } },
    }),
  },
  {
    name: "redirected to a foreign origin",
    code: "REDIRECT",
    serve: ({ foreign, path }) => ({
      manifest: { status: 302, headers: { location: `${foreign}${path}/mf-manifest.json` } },
    }),
  },
  // Time
  statedBy("SIGNATURE_EXPIRED", "expired", () => ({ iat: now() - 2 * DAY, exp: now() - SKEW - 60 })),
  statedBy("SIGNATURE_NOT_YET", "from the future", () => ({ iat: now() + SKEW + 600 })),
  statedBy("SIGNATURE_EXPIRED", "for a day, and the clock is a day late", {
    iat: now() - 2 * DAY - SKEW,
    exp: now() - DAY,
  }),
  statedBy("SIGNATURE_NOT_YET", "the clock is a day early", { iat: now() + DAY }),
  statedBy("SIGNATURE_ROLLBACK", "an older release than the host's floor", { seq: FLOOR - 1 }, KEYS.next),
  // Sidecar
  asSidecar("an index page as sidecar", () => "<!doctype html><title>shop</title>"),
  asSidecar("an empty sidecar", () => ""),
  asSidecar("null as sidecar", () => "null"),
  asSidecar("bytes behind the sidecar", (right) => `${right}{}`),
  asSidecar("a byte order mark before the sidecar", (right) => `\ufeff${right}`),
  asSidecar("a sidecar that is no UTF-8", (right) =>
    Buffer.from(right.replace("signatures", "signatures\u00e9"), "latin1"),
  ),
  asSidecar("no signature in the sidecar", () => sidecar()),
  asSidecar("nine signatures", (_, world) => sidecar(...Array.from({ length: 9 }, () => one(world)))),
  asSidecar("signatures twice", (right) => right.replace('{"signatures"', '{"signatures":[],"signatures"')),
  asSidecar("a signature's header twice", (right) => right.replace('{"protected"', '{"protected":"e30","protected"')),
  asSidecar("a member beside the signatures", (right) => right.replace(/}$/, ',"keys":[]}')),
  asSidecar("an unprotected header", (right) => right.replace('{"protected"', '{"header":{},"protected"')),
  asSidecar("a sidecar of over 16 KiB", (right) => `${right}${" ".repeat(16 * 1024)}`),
  asSidecar("padding in the signature", (right) => right.replace(/"}]}$/, '=="}]}')),
  asSidecar("standard base64", (_, world) => {
    // One that differs: there is a - or _ in nearly every signature.
    for (;;) {
      const { protected: header, signature: bytes } = one(world, { iat: now() - Math.ceil(Math.random() * 1000) });
      if (/[-_]/.test(bytes))
        return sidecar({ protected: header, signature: bytes.replaceAll("-", "+").replaceAll("_", "/") });
    }
  }),
  asSidecar("bits behind the signature", (_, world) => {
    const { protected: header, signature: bytes } = one(world);
    // 64 bytes are 85 letters and one with two bits, whose other four are zero: A, Q, g or w.
    const last = { A: "B", Q: "R", g: "h", w: "x" }[bytes.at(-1) ?? ""];
    return sidecar({ protected: header, signature: `${bytes.slice(0, -1)}${last}` });
  }),
  {
    name: "two signatures, both bad: the one that got furthest",
    code: "SIGNATURE_EXPIRED",
    serve: (world) => ({
      sidecar: sidecar(
        one(world, {}, KEYS.stranger),
        one(world, { iat: now() - 2 * DAY, exp: now() - DAY }),
        one(world, { alg: "none" }),
      ),
    }),
  },
];

/** What looks like an attack, and is none. */
export const TWINS: Cell[] = [
  { name: "as deployed", serve: () => ({}) },
  statedBy(undefined, "EdDSA with a key of Ed25519", { alg: "EdDSA" }),
  statedBy(undefined, "ES256 with its s", {}, KEYS.p256),
  statedBy(undefined, "the next key", { seq: FLOOR + 1 }, KEYS.next),
  statedBy(undefined, "on the floor", { seq: FLOOR }, KEYS.next),
  statedBy(undefined, "expired within the skew", () => ({ iat: now() - 2 * DAY, exp: now() - SKEW + 200 })),
  statedBy(undefined, "from the future within the skew", () => ({ iat: now() + SKEW - 200 })),
  statedBy(undefined, "the largest numbers", { seq: 2 ** 53 - 1, exp: 2 ** 53 - 1 }),
  {
    name: "spaces around the sidecar",
    serve: (world) => ({ sidecar: `${JSON.stringify(JSON.parse(signed(world)), undefined, 2)}\n` }),
  },
  {
    name: "eight signatures, the last one good",
    serve: (world) => ({
      sidecar: sidecar(...Array.from({ length: 7 }, () => one(world, {}, KEYS.stranger)), one(world)),
    }),
  },
  {
    name: "two signatures, the second one bad",
    serve: (world) => ({ sidecar: sidecar(one(world), one(world, {}, KEYS.stranger)) }),
  },
];

const WEAK = {
  "a private key": KEYS.stranger.privateJwk,
  "a private key of P-256": newKey("ES256").privateJwk,
  "a key as text": "-----BEGIN PUBLIC KEY-----",
  null: null,
  "a kind without keys": { kty: "oct", k: "AAAA" },
  "another curve": { kty: "OKP", crv: "X25519", x: KEYS.shop.jwk.x },
  "a key that is cut": { ...KEYS.shop.jwk, x: KEYS.shop.jwk.x.slice(0, 40) },
  "a key in base64": { ...KEYS.shop.jwk, x: `${KEYS.shop.jwk.x}=` },
  "half a key of P-256": { ...KEYS.p256.jwk, y: undefined },
  "a point beside the curve P-256": { ...KEYS.p256.jwk, y: KEYS.p256.jwk.x },
  "a key of P-256 with the algorithm of another curve": { ...KEYS.p256.jwk, alg: "Ed25519" },
  "a key of Ed25519 with the algorithm of another curve": { ...KEYS.shop.jwk, alg: "ES256" },
  "a key for another use": { ...KEYS.shop.jwk, use: "enc" },
};

/** Points of small order as RFC 8032 writes them, with either sign of x, and what is no such writing: y = p and y = p + 1. */
const SMALL = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "feffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
].flatMap((hex) => {
  const point = Buffer.from(hex, "hex");
  const other = Buffer.from(point);
  other[31] = (other[31] as number) | 0x80;
  return [point, other];
});

const good = { policy: "require", keys: [KEYS.shop.jwk] };

/** Options that make no sense, and what the message has to name. */
export const WRONG_OPTIONS: [name: string, options: unknown, names: string][] = [
  ...Object.entries(WEAK).map(
    ([name, key]) => [name, { ...good, keys: [KEYS.shop.jwk, key] }, "keys[1]"] as [string, unknown, string],
  ),
  ...SMALL.map((point): [string, unknown, string] => [
    `the point ${point.toString("hex")}`,
    { ...good, keys: [{ kty: "OKP", crv: "Ed25519", x: point.toString("base64url") }] },
    "keys[0]",
  ]),
  ["no policy", { keys: [KEYS.shop.jwk] }, "policy"],
  ["another policy", { ...good, policy: "required" }, "policy"],
  ["require without keys", { policy: "require" }, "keys"],
  ["when-present without keys", { policy: "when-present", keys: [] }, "keys"],
  ["keys that are no list", { ...good, keys: KEYS.shop.jwk }, "keys"],
  ["an option that does not exist", { ...good, floor: {} }, "floors"],
  ["a list of options", [good], "policy"],
  ["a floor that is text", { ...good, floors: { [KEYS.shop.kid]: "5" } }, "floor"],
  ["a floor below zero", { ...good, floors: { [KEYS.shop.kid]: -1 } }, "floor"],
  ["a floor for a key that is not pinned", { ...good, floors: { [KEYS.next.kid]: 1 } }, "floor 0 of `floors`"],
  ["floors that are none", { ...good, floors: null }, "floors"],
  ["a list of floors", { ...good, floors: [1] }, "floors"],
  ["a skew without end", { ...good, clockSkew: Number.POSITIVE_INFINITY }, "clockSkew"],
  ["a skew below zero", { ...good, clockSkew: -1 }, "clockSkew"],
  ["an origin with a path", { ...good, origins: ["self", "https://cdn.example.com/shop"] }, "origins[1]"],
  ["origins that are no list", { ...good, origins: "https://cdn.example.com" }, "origins"],
  ["native that is text", { ...good, native: "false" }, "native"],
  ["no options", undefined, "policy"],
];
