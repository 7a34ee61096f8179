import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type FedsealError,
  type IntegrityMode,
  isFedsealError,
  verifyFederationManifestAssets,
} from "@fedseal/runtime";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { FileServer } from "../tamper/server.ts";
import { remote } from "./manifests.ts";

const server = await new FileServer().start();
const other = await new FileServer().start();
afterAll(async () => {
  await server.stop();
  await other.stop();
});
beforeEach(() => {
  server.reset();
  other.reset();
});
const url = `${server.origin}/shop/mf-manifest.json`;

async function failure(promise: Promise<unknown>): Promise<FedsealError> {
  const thrown = await promise.then(
    () => expect.unreachable("it did not fail"),
    (error: unknown) => error,
  );
  expect(isFedsealError(thrown), String(thrown)).toBe(true);
  return thrown as FedsealError;
}

/** The table of docs/reference/runtime.md: what an entry has × mode → what happens to good and to changed bytes. */
describe("the table", () => {
  const MODES = ["prefer-integrity", "integrity", "content-hash", "both"] as const;
  type Verdict = ("integrity" | "contentHash")[] | "skipped" | "missing";
  const TABLE: Record<string, Record<IntegrityMode, Verdict>> = {
    neither: { "prefer-integrity": "skipped", integrity: "skipped", "content-hash": "skipped", both: "skipped" },
    string: { "prefer-integrity": "skipped", integrity: "skipped", "content-hash": "skipped", both: "skipped" },
    integrity: {
      "prefer-integrity": ["integrity"],
      integrity: ["integrity"],
      "content-hash": "missing",
      both: "missing",
    },
    contentHash: {
      "prefer-integrity": ["contentHash"],
      integrity: "missing",
      "content-hash": ["contentHash"],
      both: "missing",
    },
    both: {
      "prefer-integrity": ["integrity"],
      integrity: ["integrity"],
      "content-hash": ["contentHash"],
      both: ["integrity", "contentHash"],
    },
  };
  const rows = Object.entries(TABLE).flatMap(([has, verdicts]) =>
    MODES.map((mode) => ({ has, mode, verdict: verdicts[mode] })),
  );

  test.each(rows)("$has, $mode", async ({ has, mode, verdict }) => {
    const { dir, manifest, entry } = remote({ "remoteEntry.js": "entry", "js/a.js": "a" });
    server.folders.set("shop", dir);
    // One entry, and nothing else that could vouch for it.
    delete manifest.integrity;
    manifest.metaData.remoteEntry = { name: "", path: "", type: "global" };
    const one: Record<string, unknown> = entry("js/a.js");
    if (has === "neither" || has === "contentHash") delete one.integrity;
    if (has === "neither" || has === "integrity") delete one.contentHash;
    manifest.exposes[0].assets = {
      js: { sync: [has === "string" ? "js/a.js" : one], async: [] },
      css: { sync: [], async: [] },
    };
    const verify = (requireIntegrity = false) =>
      verifyFederationManifestAssets(url, manifest, { integrity: { mode }, requireIntegrity });

    if (verdict === "missing") {
      expect(await failure(verify())).toMatchObject({ code: "ERR_FEDSEAL_METADATA_MISSING" });
    } else if (verdict === "skipped") {
      expect(await verify()).toEqual({
        verified: [],
        skipped: [{ url: `${server.origin}/shop/js/a.js`, file: "js/a.js" }],
      });
      expect(server.requests).toEqual([]);
      expect(await failure(verify(true))).toMatchObject({ code: "ERR_FEDSEAL_METADATA_MISSING" });
    } else {
      expect((await verify(true)).verified).toMatchObject([{ file: "js/a.js", bytes: 1, verifiedWith: verdict }]);
      server.tamper = () => ({ body: "evil" });
      const code = verdict[0] === "integrity" ? "ERR_FEDSEAL_INTEGRITY_MISMATCH" : "ERR_FEDSEAL_CONTENT_HASH_MISMATCH";
      expect(await failure(verify())).toMatchObject({ code, url: `${server.origin}/shop/js/a.js` });
    }
  });

  test("both: either of them alone is not enough", async () => {
    const { dir, manifest } = remote({ "remoteEntry.js": "entry", "js/a.js": "a" });
    server.folders.set("shop", dir);
    const other = remote({ "remoteEntry.js": "entry", "js/a.js": "other" }).entry("js/a.js");
    manifest.exposes[0].assets.js.sync[0].contentHash = other.contentHash;
    const both = { integrity: { mode: "both" as const } };
    expect(await failure(verifyFederationManifestAssets(url, manifest, both))).toMatchObject({
      code: "ERR_FEDSEAL_CONTENT_HASH_MISMATCH",
    });
    expect((await verifyFederationManifestAssets(url, manifest)).verified).toHaveLength(2);
  });
});

describe("a sealed remote", () => {
  test.each(["prefer-integrity", "integrity", "content-hash", "both"] as const)("%s: every file once", async (mode) => {
    const { dir, manifest } = remote({
      "remoteEntry.js": "entry",
      "js/a.js": "a",
      "css/a.css": "c",
      "js/lazy.js": "l",
    });
    server.folders.set("shop", dir);
    // In the closure only, as lazy chunks are.
    manifest.exposes[0].assets.js.sync.splice(1);
    manifest.shared = [{ name: "react", assets: manifest.exposes[0].assets }];
    const { verified, skipped } = await verifyFederationManifestAssets(url, manifest, {
      integrity: { mode },
      requireIntegrity: true,
    });
    expect(verified.map(({ file }) => file)).toEqual(["remoteEntry.js", "js/a.js", "css/a.css", "js/lazy.js"]);
    expect(skipped).toEqual([]);
    expect(server.requests.length).toBe(new Set(server.requests).size);
  });

  test("all failures are told, with file and cause, and the first is thrown", async () => {
    const { dir, manifest } = remote();
    server.folders.set("shop", dir);
    manifest.exposes[0].assets.css.sync[0] = {
      path: "css",
      name: "gone.css",
      integrity: manifest.integrity["css/a.css"],
    };
    server.tamper = (path) => (path.endsWith("/a.js") ? { body: "evil" } : undefined);
    const error = await failure(verifyFederationManifestAssets(url, manifest));
    expect(error.errors?.map(({ code, url: at }) => [code, at?.split("/shop/")[1]])).toEqual([
      ["ERR_FEDSEAL_INTEGRITY_MISMATCH", "js/a.js"],
      ["ERR_FEDSEAL_FETCH", "css/gone.css"],
    ]);
    expect(error.message).toContain("js/a.js");
  });

  const changes: Record<string, (entry: { path: string; integrity: string; contentHash: string }) => unknown> = {
    "an empty hash": (entry) => ({ ...entry, integrity: "" }),
    "two hashes": (entry) => ({ ...entry, integrity: `${entry.integrity} ${entry.integrity}` }),
    options: (entry) => ({ ...entry, integrity: `${entry.integrity}?ct=x` }),
    "an unpadded hash": (entry) => ({ ...entry, integrity: `sha256-${"A".repeat(43)}` }),
    base64url: (entry) => ({ ...entry, integrity: `sha384-${"_".repeat(64)}` }),
    "an unknown function": (entry) => ({ ...entry, integrity: `md5-${"A".repeat(24)}` }),
    "capital hex": (entry) => ({ ...entry, contentHash: "A".repeat(64) }),
    "a name that leaves the folder": (entry) => ({ ...entry, path: ".." }),
    "a name that is a URL": () => "https://evil.example/a.js",
    "a name with a query": () => "js/a.js?v=1",
    "a number": () => 1,
  };
  test.each(Object.entries(changes))("%s is malformed", async (_, change) => {
    const { dir, manifest } = remote();
    server.folders.set("shop", dir);
    const { sync } = manifest.exposes[0].assets.js;
    sync[0] = change(sync[0]);
    expect(await failure(verifyFederationManifestAssets(url, manifest))).toMatchObject({
      code: "ERR_FEDSEAL_METADATA_MALFORMED",
    });
  });

  test("a preload hint and an ssrRemoteEntry are files, too", async () => {
    const { dir, manifest, entry } = remote();
    server.folders.set("shop", dir);
    manifest.preload = { routes: [{ route: "/", assets: { js: [entry("js/b.js")] } }] };
    manifest.metaData.ssrRemoteEntry = {
      ...entry("js/b.js"),
      type: "commonjs-module",
      integrity: manifest.integrity["js/a.js"],
    };
    const error = await failure(verifyFederationManifestAssets(url, manifest));
    expect(error).toMatchObject({ code: "ERR_FEDSEAL_INTEGRITY_MISMATCH", url: `${server.origin}/shop/js/b.js` });
  });

  test("no more files at a time than asked for", async () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`js/${index}.js`, `${index}`]));
    const { dir, manifest } = remote({ "remoteEntry.js": "entry", ...files });
    server.folders.set("shop", dir);
    let running = 0;
    let most = 0;
    const counting: typeof fetch = async (...args) => {
      most = Math.max(most, ++running);
      return fetch(...args).finally(() => {
        running -= 1;
      });
    };
    await verifyFederationManifestAssets(url, manifest, { fetch: counting, concurrency: 3 });
    expect(most).toBe(3);
    expect(await failure(verifyFederationManifestAssets(url, manifest, { concurrency: 0 }))).toMatchObject({
      code: "ERR_FEDSEAL_OPTIONS",
    });
  });

  test("headers go to the manifest's origin only", async () => {
    const { dir, manifest } = remote();
    other.folders.set("cdn", dir);
    manifest.metaData.publicPath = `${other.origin}/cdn/`;
    let seen: string | undefined = "nothing";
    other.tamper = (_path, _body, _nth, { headers }) => {
      seen = headers.authorization;
      return undefined;
    };
    const fetchInit = { headers: { Authorization: "Bearer a" } };
    await verifyFederationManifestAssets(url, manifest, { fetchInit });
    expect(seen).toBeUndefined();
    const error = await failure(verifyFederationManifestAssets(url, manifest, { fetchInit, origins: [server.origin] }));
    expect(error).toMatchObject({ code: "ERR_FEDSEAL_ORIGIN" });
  });

  test("a redirect to another origin, a file that is too large, an abort", async () => {
    const { dir, manifest } = remote();
    server.folders.set("shop", dir);
    other.folders.set("shop", dir);
    server.tamper = (path) =>
      path.endsWith("/a.js") ? { status: 302, headers: { location: `${other.origin}${path}` } } : undefined;
    expect(await failure(verifyFederationManifestAssets(url, manifest))).toMatchObject({
      code: "ERR_FEDSEAL_REDIRECT",
    });
    expect(other.requests).toEqual([]);
    server.reset();
    expect(await failure(verifyFederationManifestAssets(url, manifest, { maxBytes: 2 }))).toMatchObject({
      code: "ERR_FEDSEAL_TOO_LARGE",
    });
    const reason = new Error("gone");
    await expect(verifyFederationManifestAssets(url, manifest, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  test("no mode that does not exist", async () => {
    const { manifest } = remote();
    const mode = "strict" as IntegrityMode;
    expect(await failure(verifyFederationManifestAssets(url, manifest, { integrity: { mode } }))).toMatchObject({
      code: "ERR_FEDSEAL_OPTIONS",
    });
  });
});

test.each(["sealed.object.json", "sealed.string.json"])(
  "the sealer's %s: two implementations, one truth",
  async (name) => {
    const vectors = join(import.meta.dirname, "../vectors");
    server.folders.set("shop", join(vectors, "assets"));
    const manifest = JSON.parse(readFileSync(join(vectors, name), "utf8"));
    manifest.metaData.publicPath = "auto";
    const { verified, skipped } = await verifyFederationManifestAssets(url, manifest, { requireIntegrity: true });
    expect(skipped).toEqual([]);
    expect(verified.map(({ file }) => file).sort()).toEqual(Object.keys(manifest.integrity).sort());
  },
);
