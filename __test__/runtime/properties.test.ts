import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFedsealError } from "../../npm/runtime/dist/errors.js";
import {
  baseOf,
  claims,
  type FederationManifest,
  plain,
  readManifest,
  sealed,
} from "../../npm/runtime/dist/manifest.js";
import { originAllowed, unsealedPolicy } from "../../npm/runtime/dist/policy.js";
import { digest, hexOf, readIntegrity, tokenOf } from "../../npm/runtime/dist/sri.js";
import { sri } from "../folders.ts";
import { remote } from "./manifests.ts";

/** What has to hold for any input, not for the ones that somebody thought of. */

const URL_ = "https://cdn.example.com/shop/mf-manifest.json";
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

describe("a manifest", () => {
  const { manifest } = remote();

  /** Every path of the manifest, to be changed into something else. */
  const paths: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (path.length > 0) paths.push(path);
    if (typeof value !== "object" || value === null) return;
    for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
  };
  walk(manifest, []);

  const change = fc.record({
    path: fc.constantFrom(...paths),
    value: fc.oneof(
      fc.constant(undefined),
      fc.constant(null),
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        "",
        "sha384-",
        "sha384-AAAA",
        "__proto__",
        "../x",
        "//evil.example/",
        "https://evil.example/",
        "auto",
      ),
    ),
  });

  test("changed anywhere, is read into hashes and gaps, or refused by a named error", async () => {
    const tokens = new Set([...Object.values(manifest.integrity), ...contentHashes(manifest)]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("prefer-integrity", "integrity", "content-hash", "both"),
        async (changes, mode) => {
          const copy = structuredClone(manifest);
          for (const { path, value } of changes) set(copy, path, value);
          try {
            const read = readManifest(bytes(JSON.stringify(copy)), URL_);
            const { files, gaps } = await sealed(read, URL_, mode as "both");
            JSON.parse(plain(read, URL_));
            // No hash that the manifest does not hold, and none of no strength.
            for (const list of files.values()) {
              expect(list.length).toBeGreaterThan(0);
              for (const token of list) {
                expect(readIntegrity(token)).toBe(token);
                expect(tokens.has(token) || JSON.stringify(copy).includes(token)).toBe(true);
              }
            }
            for (const gap of gaps) expect(gap.code).toBe("ERR_FEDSEAL_UNSEALED");
          } catch (thrown) {
            if (!isFedsealError(thrown)) throw thrown;
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("without the hashes of a file, has a gap or does not list it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(manifest.integrity)), async (file) => {
        const copy = structuredClone(manifest);
        delete copy.integrity[file];
        for (const entry of [
          copy.metaData.remoteEntry,
          ...copy.exposes[0].assets.js.sync,
          ...copy.exposes[0].assets.css.sync,
        ]) {
          if ([entry.path, entry.name].filter(Boolean).join("/") !== file) continue;
          delete entry.integrity;
          delete entry.contentHash;
        }
        const { files, gaps } = await sealed(copy as FederationManifest, URL_);
        const at = new URL(file, URL_).href;
        expect(files.has(at)).toBe(false);
        expect(gaps.some(({ url }) => url === at)).toBe(true);
      }),
    );
  });

  test("knows a file by the URL that browsers and Node make of base and name, whatever both are", () => {
    const part = fc.oneof(fc.string(), fc.constantFrom("a", "%2", "e", ".", "@x", "a~b", "é", "a b", "a.js "));
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(path, fc.constantFrom("", "/", "."), path, (folder, end, name) => {
        const publicPath = `https://cdn.example.com/${folder}${end}`;
        const copy = { metaData: { publicPath }, exposes: [], shared: [], integrity: { [name]: sri(Buffer.from("")) } };
        try {
          for (const { url, file } of claims(copy, URL_)) {
            const wanted = new URL(baseOf(copy, URL_) + file);
            wanted.search = wanted.hash = "";
            expect(url).toBe(wanted.href);
          }
        } catch (thrown) {
          if (!isFedsealError(thrown)) throw thrown;
        }
      }),
      { numRuns: 3000 },
    );
  });
});

test("digests are those of Node, in every notation", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 4096 }),
      fc.constantFrom("sha256", "sha384", "sha512"),
      async (data, algorithm) => {
        const copy = new Uint8Array(data) as Uint8Array<ArrayBuffer>;
        const token = await digest(copy, `${algorithm}-`);
        expect(token).toBe(sri(Buffer.from(data), algorithm));
        expect(readIntegrity(token)).toBe(token);
        const hex = createHash("sha256").update(data).digest("hex");
        expect(hexOf(tokenOf(hex) ?? "")).toBe(hex);
      },
    ),
    { numRuns: 200 },
  );
});

test("no text but one padded token of a known function is a known hash", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^sha(256|384|512)-[\w+/=]{40,90}$/)), (text) => {
      const good = /^sha(256|384|512)-([A-Za-z0-9+/]+)(={0,2})$/.exec(text);
      const length = { 256: 32, 384: 48, 512: 64 }[good?.[1] ?? ""];
      const exact =
        good !== null &&
        Buffer.from(`${good[2]}${good[3]}`, "base64").length === length &&
        `${good[2]}${good[3]}`.length % 4 === 0;
      if (readIntegrity(text)) expect(exact).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test("no rule but `warn` and `allow` lets anything through", () => {
  fc.assert(
    fc.property(fc.anything(), fc.array(fc.string()), (policy, names) => {
      const found = policy === null ? "block" : unsealedPolicy(policy as never, names);
      const said = typeof policy === "object" && policy !== null ? Object.values(policy) : [policy];
      if (found !== "block") expect(said).toContain(found);
    }),
  );
});

test("an origin is allowed only by an item that is it, or stands above it", () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.array(fc.oneof(fc.webUrl(), fc.string())), (url, origins) => {
      const { origin } = new URL(url);
      if (originAllowed(url, origins)) {
        expect(
          origins.some(
            (item) => item === origin || (item.includes("//*.") && url.includes(item.split("//*.")[1] as string)),
          ),
        ).toBe(true);
      }
    }),
  );
});

function contentHashes(value: unknown): string[] {
  return (JSON.stringify(value).match(/[0-9a-f]{64}/g) ?? []).map((hash) => tokenOf(hash) as string);
}

// biome-ignore lint/suspicious/noExplicitAny: a path into JSON
function set(target: any, path: (string | number)[], value: unknown): void {
  let at = target;
  for (const key of path.slice(0, -1)) {
    if (typeof at !== "object" || at === null) return;
    at = at[key];
  }
  if (typeof at !== "object" || at === null) return;
  if (value === undefined) delete at[path.at(-1) as string];
  else at[path.at(-1) as string] = value;
}
