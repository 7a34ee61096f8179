import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderTarget, gate, release } from "./release.ts";
import { type Change, IMMUTABLE, serve } from "./server.ts";

/** The gate against a server: clean as it should be, and each fault found. */

describe("a server as it should be", () => {
  test("a folder and its origin", async () => {
    const { dir, dist } = await release();
    const origin = await serve(dist);
    expect(await gate(dir, [folderTarget(dist)], { origin })).toEqual({ diagnostics: [], unchecked: [], rules: [] });
  });

  test("the URL of a manifest", async () => {
    const { dir, dist } = await release();
    const url = `${await serve(dist)}mf-manifest.json`;
    expect(await gate(dir, [{ kind: "url", name: url, url }])).toEqual({ diagnostics: [], unchecked: [], rules: [] });
  });

  test("a folder alone says nothing of a server", async () => {
    const { dir, dist } = await release();
    expect(await gate(dir, [folderTarget(dist)])).toEqual({ diagnostics: [], unchecked: [], rules: [] });
  });
});

const on =
  (pattern: RegExp, headers: Record<string, string | string[] | undefined>): Change =>
  (path, draft) => {
    if (!pattern.test(path) || draft.status !== 200) return;
    for (const [name, value] of Object.entries(headers)) {
      if (value === undefined) delete draft.headers[name];
      else draft.headers[name] = value;
    }
  };

describe("faults", () => {
  test.each<[string, string[], Change]>([
    ["an immutable remote entry", ["cache/entry-immutable"], on(/remoteEntry/, { "cache-control": IMMUTABLE })],
    ["a page for an hour", ["cache/entry-too-fresh"], on(/index.html/, { "cache-control": "max-age=3600" })],
    ["a manifest without Cache-Control", ["cache/missing-header"], on(/mf-manifest/, { "cache-control": undefined })],
    [
      "a manifest until a date, and no date to count from",
      ["cache/entry-too-fresh"],
      (path, draft, _, response) => {
        response.sendDate = false;
        if (!/mf-manifest/.test(path)) return;
        delete draft.headers["cache-control"];
        draft.headers.expires = "Thu, 01 Jan 2099 00:00:00 GMT";
      },
    ],
    [
      "a manifest that one CDN keeps",
      ["cache/entry-shared-without-purge"],
      on(/mf-manifest/, { "vercel-cdn-cache-control": "max-age=86400" }),
    ],
    [
      "a manifest that an unknown cache keeps",
      ["cache/unread-field!"],
      on(/mf-manifest/, { "surrogate-control": "max-age=9" }),
    ],
    ["chunks without a validator", [], on(/static/, { etag: undefined })],
    ["a manifest without a validator", ["cache/no-validator?"], on(/mf-manifest/, { etag: undefined })],
    ["revalidated chunks", ["cache/hashed-revalidated"], on(/static/, { "cache-control": "no-cache" })],
    ["chunks for an hour", ["cache/hashed-short-lived"], on(/static/, { "cache-control": "max-age=3600, immutable" })],
    [
      "private chunks",
      ["cache/hashed-private"],
      on(/static/, { "cache-control": "private, max-age=31536000, immutable" }),
    ],
    ["chunks with cookies", ["cache/hashed-sets-cookie"], on(/static/, { "set-cookie": "session=1" })],
    [
      "two headers",
      ["cache/contradictory-directives", "cache/hashed-revalidated"],
      on(/static/, { "cache-control": [IMMUTABLE, "no-cache"] }),
    ],
    ["a missing comma", ["cache/invalid-syntax"], on(/mf-manifest/, { "cache-control": "public max-age=0" })],
    ["no CORS", ["serve/missing-cors"], on(/./, { "access-control-allow-origin": undefined })],
    ["CORS for one shell", ["serve/missing-cors"], on(/./, { "access-control-allow-origin": "https://a.example" })],
    ["no nosniff", ["serve/missing-nosniff?"], on(/static/, { "x-content-type-options": undefined })],
    ["scripts as text", ["serve/wrong-content-type"], on(/\.js$/, { "content-type": "text/plain; charset=utf-8" })],
    ["scripts without a type", ["serve/wrong-content-type"], on(/\.js$/, { "content-type": undefined })],
    ["compression without Vary", ["cache/encoding-without-vary"], on(/./, { vary: undefined })],
    [
      "an echoed origin without Vary",
      ["cache/cors-without-vary"],
      (_, draft, request) => {
        const { origin } = request.headers;
        if (origin !== undefined) draft.headers["access-control-allow-origin"] = origin;
      },
    ],
    [
      "an echoed origin with Vary",
      [],
      (_, draft, request) => {
        const { origin } = request.headers;
        draft.headers.vary = "Origin, Accept-Encoding";
        if (origin !== undefined) draft.headers["access-control-allow-origin"] = origin;
      },
    ],
    [
      "a fallback for missing files",
      ["serve/fallback-for-missing-file"],
      (_, draft) => {
        if (draft.status !== 404) return;
        Object.assign(draft, { status: 200, body: Buffer.from("<!doctype html><title>app</title>") });
        draft.headers["content-type"] = "text/html";
      },
    ],
    [
      "a 404 that is kept",
      ["cache/missing-file-kept"],
      (_, draft) => {
        if (draft.status === 404) draft.headers["cache-control"] = IMMUTABLE;
      },
    ],
    [
      "a chunk that is not there",
      ["serve/missing-file"],
      (path, draft) => {
        if (path.includes("lazy")) draft.status = 404;
      },
    ],
    [
      "a page in place of a chunk",
      ["serve/fallback-for-missing-file"],
      (path, draft) => {
        if (!path.includes("lazy.")) return;
        draft.body = Buffer.from("<!DOCTYPE html><title>app</title>");
        delete draft.headers["content-encoding"];
      },
    ],
    [
      "other bytes",
      ["serve/other-bytes"],
      (path, draft) => {
        if (!path.includes("lazy")) return;
        draft.body = Buffer.from("export const lazy = 2");
        delete draft.headers["content-encoding"];
      },
    ],
    [
      "other bytes in compressed form",
      ["serve/other-bytes"],
      (path, draft) => {
        if (!path.includes("lazy") || draft.headers["content-encoding"] === undefined) return;
        draft.body = Buffer.from("export const lazy = 2");
        delete draft.headers["content-encoding"];
      },
    ],
    [
      "validators that nobody compares",
      ["cache/validator-ignored?"],
      (path, draft, request, response) => {
        if (!path.includes("mf-manifest") || request.headers["if-none-match"] === undefined) return undefined;
        response.writeHead(200, draft.headers).end(draft.body);
        return false;
      },
    ],
    [
      "credentials",
      ["serve/not-checked!"],
      (path, draft) => {
        if (path.includes("static")) draft.status = 403;
      },
    ],
    [
      "a server that fails",
      ["serve/not-checked!"],
      (path, draft) => {
        if (path.includes("remoteEntry")) draft.status = 500;
      },
    ],
    [
      "a redirect",
      ["serve/redirected?"],
      (path, draft) => {
        if (path !== "/remoteEntry.js") return;
        draft.status = 302;
        draft.headers.location = "/remoteEntry.js?again";
        if (draft.headers.location && draft.headers["x-seen"] === undefined) draft.headers["x-seen"] = "1";
      },
    ],
  ])("%s", async (name, expected, change) => {
    const { dir, dist } = await release();
    const origin = await serve(dist, (path, draft, request, response) => {
      // The redirect's own target is answered.
      if (request.url?.includes("?again")) return undefined;
      return change(path, draft, request, response);
    });
    const said = await gate(dir, [folderTarget(dist)], { origin });
    expect(said.rules, name).toEqual(expected);
    for (const one of said.diagnostics) {
      expect(one.location?.file).toMatch(origin);
      expect(one.help.length).toBeGreaterThan(10);
    }
  });

  test("files with the same fault are one finding", async () => {
    const { dir, dist } = await release();
    const origin = await serve(dist, on(/static/, { "cache-control": "no-cache" }));
    const { diagnostics } = await gate(dir, [folderTarget(dist)], { origin });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain(
      "file with a hash in its name: `no-cache` makes every page view ask again",
    );
  });

  test("a server with another release is told apart at once", async () => {
    const { dir, dist } = await release();
    const other = await release({ version: "2" });
    const { rules } = await gate(dir, [folderTarget(dist)], { origin: await serve(other.dist) });
    expect(rules).toEqual(["serve/not-checked!", "serve/other-bytes"]);
  });
});

describe("shells", () => {
  const allow =
    (allowed: string): Change =>
    (_, draft, request) => {
      draft.headers.vary = "Origin, Accept-Encoding";
      if (request.headers.origin === allowed) draft.headers["access-control-allow-origin"] = allowed;
      else delete draft.headers["access-control-allow-origin"];
    };

  test("a list of shells is asked as one of them", async () => {
    const { dir, dist } = await release();
    const origin = await serve(dist, allow("https://shell.example"));
    const target = [folderTarget(dist)];
    expect((await gate(dir, target, { origin })).rules).toEqual(["serve/not-checked!"]);
    expect((await gate(dir, target, { origin, shells: ["https://shell.example"] })).rules).toEqual([]);
    expect((await gate(dir, target, { origin, shells: ["https://other.example"] })).rules).toEqual([
      "serve/missing-cors",
    ]);
  });

  test("every shell is asked for", async () => {
    const { dir, dist } = await release();
    const origin = await serve(dist, allow("https://shell.example"));
    const shells = ["https://shell.example", "https://other.example"];
    expect((await gate(dir, [folderTarget(dist)], { origin, shells })).rules).toEqual(["serve/missing-cors"]);
  });

  test("a remote of the same origin needs no CORS", async () => {
    const { dir, dist } = await release();
    const origin = await serve(dist, on(/./, { "access-control-allow-origin": undefined }));
    expect((await gate(dir, [folderTarget(dist)], { origin, shells: [] })).rules).toEqual([]);
  });
});

describe("pages", () => {
  test("one that is not deployed, and one that is moved to its folder", async () => {
    const { dir, dist } = await release();
    const gone = await serve(dist, (path, draft) => {
      if (path === "/index.html") draft.status = 404;
    });
    expect((await gate(dir, [folderTarget(dist)], { origin: gone })).rules).toEqual([]);
    const moved = await serve(dist, (path, draft) => {
      if (path !== "/index.html") return;
      draft.status = 308;
      draft.headers.location = "/";
    });
    expect((await gate(dir, [folderTarget(dist)], { origin: moved })).rules).toEqual([]);
  });

  test("JSON as text is a warning: `fetch` reads it", async () => {
    const { dir, dist } = await release();
    const origin = await serve(dist, on(/mf-manifest/, { "content-type": "text/plain" }));
    expect((await gate(dir, [folderTarget(dist)], { origin })).rules).toEqual(["serve/wrong-content-type?"]);
  });

  test("an origin that is not a URL is not checked", async () => {
    const { dir, dist } = await release();
    for (const origin of ["shop.example", "ftp://shop.example/", ""]) {
      const { unchecked } = await gate(dir, [folderTarget(dist)], { origin });
      expect(unchecked[0]).toMatch(/`cache.origin` is ".*", which is not a URL of http or https/);
    }
  });
});

describe("names", () => {
  const withFile = async (name: string, control: string) => {
    const made = await release({ files: { [name]: "export {}" } });
    const change = on(new RegExp(name.replaceAll(".", "\\.")), { "cache-control": control });
    return gate(made.dir, [folderTarget(made.dist)], { origin: await serve(made.dist, change) });
  };

  test("no hash", async () => {
    expect((await withFile("static/js/plain.js", "no-cache")).rules).toEqual([]);
    expect((await withFile("static/js/plain.js", IMMUTABLE)).rules).toEqual(["cache/unhashed-immutable"]);
    expect((await withFile("static/js/plain.js", "max-age=86400")).rules).toEqual(["cache/unhashed-too-fresh"]);
  });

  test("a hash that is none of the content", async () => {
    expect((await withFile("static/js/plain.12345678.js", "no-cache")).rules).toEqual([]);
    const said = await withFile("static/js/plain.12345678.js", IMMUTABLE);
    expect(said.rules).toEqual(["cache/unverified-hash?"]);
    expect(said.diagnostics[0]?.message).toContain("static/js/plain.12345678.js");
  });
});

describe("the release before", () => {
  test("files that are kept, and files that are gone", async () => {
    const old = await release({ version: "1" });
    const now = await release({ version: "2" });
    const previous = join(old.dist, "mf-manifest.json");
    const settings = { origin: await serve(now.dist), previous };
    const gone = await gate(now.dir, [folderTarget(now.dist)], settings);
    expect(gone.rules).toEqual(["serve/previous-release-gone"]);
    expect(gone.diagnostics[0]?.message).toContain(old.names.button);
    // A server that keeps the old files beside the new ones.
    const both = await serve(now.dist, (path, draft, request, response) => {
      if (draft.status !== 404 || !Object.values(old.names).some((name) => path === `/${name}`)) return undefined;
      response.writeHead(302, { location: `${keeper}${path.slice(1)}`, "access-control-allow-origin": "*" }).end();
      return request === undefined ? undefined : false;
    });
    const keeper = await serve(old.dist);
    expect((await gate(now.dir, [folderTarget(now.dist)], { origin: both, previous })).rules).toEqual([]);
  });

  test("a page in place of an old chunk is not the chunk", async () => {
    const old = await release({ version: "1" });
    const now = await release({ version: "2" });
    const origin = await serve(now.dist, (path, draft) => {
      if (draft.status !== 404 || path.includes("fedseal-missing")) return;
      Object.assign(draft, { status: 200, body: Buffer.from("<!doctype html>") });
    });
    const settings = { origin, previous: join(old.dist, "mf-manifest.json") };
    const { diagnostics } = await gate(now.dir, [folderTarget(now.dist)], settings);
    expect(diagnostics.map((one) => [one.rule, /answered with a page/.test(one.message)])).toEqual([
      ["serve/previous-release-gone", true],
    ]);
  });

  test("a name with other content that is kept", async () => {
    const old = await release({ version: "1", files: { "static/js/plain.12345678.js": "1" } });
    const now = await release({ version: "1", files: { "static/js/plain.12345678.js": "2" } });
    const origin = await serve(now.dist, on(/plain/, { "cache-control": IMMUTABLE }));
    const previous = join(old.dist, "mf-manifest.json");
    const { rules } = await gate(now.dir, [folderTarget(now.dist)], { origin, previous });
    expect(rules).toEqual(["cache/name-reused", "serve/previous-release-gone"]);
  });

  test("a name that changed with the content is verified", async () => {
    const old = await release({ version: "1", files: { "static/js/vite.12345678.js": "1" } });
    const now = await release({ version: "1", files: { "static/js/vite.12345679.js": "2" } });
    writeFileSync(join(now.dist, "static/js/vite.12345678.js"), "1");
    const origin = await serve(now.dist, on(/vite/, { "cache-control": IMMUTABLE }));
    const target = [folderTarget(now.dist)];
    expect((await gate(now.dir, target, { origin })).rules).toEqual(["cache/unverified-hash?"]);
    const previous = join(old.dist, "mf-manifest.json");
    expect((await gate(now.dir, target, { origin, previous })).rules).toEqual([]);
  });

  test("one name that changed verifies its kind, one that did not takes that back", async () => {
    const kept = { "static/js/kept.12345670.js": "kept" };
    const old = await release({
      files: { ...kept, "static/js/vite.12345678.js": "1", "static/js/fix.00000001.js": "1" },
    });
    const one = await release({
      files: { ...kept, "static/js/vite.12345679.js": "2", "static/js/fix.00000001.js": "1" },
    });
    const two = await release({
      files: { ...kept, "static/js/vite.12345679.js": "2", "static/js/fix.00000001.js": "2" },
    });
    const previous = join(old.dist, "mf-manifest.json");
    const rules = async ({ dir, dist }: typeof old) => {
      const origin = await serve(dist, on(/kept|vite|fix/, { "cache-control": IMMUTABLE }));
      return (await gate(dir, [folderTarget(dist)], { origin, previous })).rules;
    };
    expect(await rules(one)).toEqual(["serve/previous-release-gone"]);
    expect(await rules(two)).toEqual(["cache/name-reused", "cache/unverified-hash?", "serve/previous-release-gone"]);
  });

  test("data under a fixed name is replaced by design", async () => {
    const old = await release({ files: { "data.json": "1" } });
    const now = await release({ files: { "data.json": "2" } });
    const settings = { origin: await serve(now.dist), previous: join(old.dist, "mf-manifest.json") };
    expect((await gate(now.dir, [folderTarget(now.dist)], settings)).rules).toEqual([]);
  });

  test("a manifest that cannot be read is not checked", async () => {
    const { dir, dist } = await release();
    const origin = await serve(dist);
    for (const previous of ["none.json", `${origin}none.json`]) {
      const { unchecked } = await gate(dir, [folderTarget(dist)], { origin, previous });
      expect(unchecked).toHaveLength(2);
    }
    expect((await gate(dir, [folderTarget(dist)], { previous: "none.json" })).unchecked).toHaveLength(1);
  });
});

test("a manifest that depends on who asks", async () => {
  const { dir, dist } = await release();
  const settings = (origin: string) => ({ origin, tenantManifest: true });
  const target = [folderTarget(dist)];
  const open = await serve(dist);
  expect((await gate(dir, target, settings(open))).rules).toEqual([
    "cache/tenant-manifest-public",
    "cache/tenant-manifest-without-vary",
  ]);
  const right = { "cache-control": "private, no-cache", vary: "Authorization, Accept-Encoding" };
  expect((await gate(dir, target, settings(await serve(dist, on(/mf-manifest/, right))))).rules).toEqual([]);
});
