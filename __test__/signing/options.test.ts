import { checkSignatures } from "@fedseal/runtime/signature";
import { FedsealPlugin } from "fedseal";
import { describe, expect, test } from "vitest";
import { KEYS, WRONG_OPTIONS } from "./cells.ts";
import { thumbprint } from "./sign.ts";

/** Options that make no sense are refused where they are given: in the build, and by a host that makes its checks itself. */

describe.each(WRONG_OPTIONS)("%s", (_, options, names) => {
  const shop = options as { policy: "require" };

  test("is refused by checkSignatures", () => {
    expect(() => checkSignatures({ shop })).toThrow(
      expect.objectContaining({ code: "ERR_FEDSEAL_OPTIONS", message: expect.stringContaining(names) }),
    );
  });

  test("is refused by FedsealPlugin, which shows no value of it", () => {
    const build = () => new FedsealPlugin({ enforce: { signature: { shop } } });
    expect(build).toThrow(names);
    expect(build).toThrow(/^(?!.*"d")/s);
    for (const { d } of [KEYS.stranger.privateJwk]) expect(build).not.toThrow(d);
  });
});

const shopOptions = { policy: "require", keys: [KEYS.shop.jwk] };

test("a key of Ed25519 that is no point of the curve is refused by the build", () => {
  // y = 2, for which no x is on the curve.
  const off = { kty: "OKP", crv: "Ed25519", x: Buffer.from(`02${"00".repeat(31)}`, "hex").toString("base64url") };
  const shop = { policy: "require" as const, keys: [KEYS.shop.jwk, off] };
  expect(() => new FedsealPlugin({ enforce: { signature: { shop } } })).toThrow(
    "options.enforce.signature.shop.keys[1] cannot be used",
  );
});

test("options that are none", () => {
  for (const signature of [null, "require", 5, [], [shopOptions]]) {
    expect(() => checkSignatures(signature as never)).toThrow(expect.objectContaining({ code: "ERR_FEDSEAL_OPTIONS" }));
    expect(() => new FedsealPlugin({ enforce: { signature: signature as never } })).toThrow("signature");
  }
});

test("good options are taken, and members of a key that are not needed are not looked at", () => {
  const keys = [
    { ...KEYS.shop.jwk, kid: "someone's", use: "sig", alg: "EdDSA" },
    { ...KEYS.p256.jwk, kid: KEYS.p256.kid, alg: "ES256", use: "sig" },
  ];
  const shop = {
    policy: "require" as const,
    keys,
    floors: { [KEYS.shop.kid]: 3 },
    clockSkew: 0,
    native: true,
    origins: ["self"],
  };
  expect(() => checkSignatures({ shop, "*": { policy: "off" } })).not.toThrow();
  expect(() => new FedsealPlugin({ enforce: { signature: { shop, "*": { policy: "off" } } } })).not.toThrow();
});

test("thumbprints are those of RFC 8037", () => {
  const jwk = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
  expect(thumbprint(jwk)).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
});
