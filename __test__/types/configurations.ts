// Compiled by `npm run ready`, never run: the plugin has to fit both bundlers' own types, without casts.
import type { Configuration as RspackConfiguration } from "@rspack/core";
import { type Diagnostic, type EnforceOptions, FedsealPlugin, type FedsealPluginOptions } from "fedseal";
import type { Configuration as WebpackConfiguration } from "webpack";

export const onRspack: RspackConfiguration = { plugins: [new FedsealPlugin()] };
export const onWebpack: WebpackConfiguration = { plugins: [new FedsealPlugin({ entries: "string" })] };

export const all: Required<FedsealPluginOptions> = {
  manifest: "mf-manifest.json",
  entries: "object",
  algorithm: "sha384",
  include: ["**/*.bin"],
  exclude: ["legacy/**"],
  release: { id: "r1", buildName: "shop", buildVersion: "1.0.0" },
  verify: true,
  enforce: {
    unsealed: { shop: "block", "*": "warn" },
    signature: {
      shop: {
        policy: "require",
        keys: [{ kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", use: "sig" }],
        floors: { kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k: 3 },
        clockSkew: 60_000,
        origins: ["https://cdn.example.com"],
        native: true,
      },
      "*": { policy: "off" },
    },
    origins: ["self"],
    mode: "both",
    report: "/errors",
    redirect: "origins",
    manifests: { shop: "https://cdn.example.com/shop/mf-manifest.json" },
    mirrors: { shop: ["https://cdn2.example.com/shop/"] },
    runtimeRemotes: ["cart"],
    modules: false,
    timeout: 5_000,
    maxBytes: 1_000_000,
    maxFiles: 1_000,
    files: { timeout: 5_000, maxBytes: 1_000_000 },
  } satisfies Required<EnforceOptions>,
  contract: { profile: "strict", version: "1.0.0", tsconfig: "tsconfig.json", cache: false },
  sign: { key: "env:KEY", signer: "./sign.sh", origin: "https://cdn.example.com", seq: 1, expires: "30d", now: 0 },
  enabled: true,
};

// @ts-expect-error: not an algorithm of Subresource Integrity
export const wrongAlgorithm = new FedsealPlugin({ algorithm: "md5" });
// @ts-expect-error: misspelled
export const wrongName = new FedsealPlugin({ algorythm: "sha384" });

// @ts-expect-error: a mirror is a list
export const wrongMirror = new FedsealPlugin({ enforce: { mirrors: { shop: "https://cdn2.example.com/" } } });

// @ts-expect-error: not a policy
export const wrongPolicy = new FedsealPlugin({ enforce: { signature: { shop: { policy: "on" } } } });

export const rule = (one: Diagnostic): string => one.rule;
