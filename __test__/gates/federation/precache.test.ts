import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { digestsOf } from "../../../npm/fedseal/dist/gates/federation/digests.js";
import { checkPublicPath } from "../../../npm/fedseal/dist/gates/federation/public-path.js";
import { checkPrecache, precacheEntries } from "../../../npm/fedseal/dist/gates/federation/service-worker.js";

const sealed = Buffer.from('{ "name": "shop" }');
const md5 = createHash("md5").update(sealed).digest("hex");
const old = "8861415cd7266bc7410dafc080fe5acd";
const digests = digestsOf(sealed);

function isStale(text: string, name = "sw.js", manifest = "mf-manifest.json"): boolean {
  return checkPrecache(name, text, manifest, digests).length > 0;
}

describe("precache lists, as they are written", () => {
  test.each([
    ["JSON", `[{"revision":"${old}","url":"mf-manifest.json"}]`],
    ["minified", `e([{url:"mf-manifest.json",revision:"${old}"},{url:"a.js",revision:null}])`],
    ["single quotes", `[{\n  'url': 'mf-manifest.json',\n  'revision': '${old}',\n}]`],
    ["templates", `[{url:\`mf-manifest.json\`,revision:\`${old}\`}]`],
    ["with integrity", `[{url:"mf-manifest.json",integrity:"sha384-x",revision:"${old}"}]`],
    ["code in a string", `eval("precacheAndRoute([{\\"revision\\":\\"${old}\\",\\"url\\":\\"mf-manifest.json\\"}])")`],
    ["without a revision", '[{"revision":null,"url":"mf-manifest.json"}]'],
    ["from the root", `[{url:"/mf-manifest.json",revision:"${old}"}]`],
    ["below a folder of the server", `[{url:"/apps/shop/mf-manifest.json?v=1",revision:"${old}"}]`],
    ["of another origin", `[{url:"https://cdn.example.com/shop/mf-manifest.json",revision:"${old}"}]`],
    ["relative to the worker", `[{url:"./mf-manifest.json",revision:"${old}"}]`],
  ])("%s", (_, text) => {
    expect(isStale(text)).toBe(true);
    expect(isStale(text.replace(old, md5).replace('null,"url":"mf', `"${md5}","url":"mf`))).toBe(false);
  });

  test("a worker in a folder, and a manifest in one", () => {
    const up = `[{url:"../mf-manifest.json",revision:"${old}"}]`;
    expect(isStale(up, "workers/sw.js")).toBe(true);
    expect(isStale(up, "workers/sw.js", "workers/mf-manifest.json")).toBe(false);
    expect(isStale(`[{url:"mf-manifest.json",revision:"${old}"}]`, "sw.js", "page/mf-manifest.json")).toBe(false);
    expect(isStale(`[{url:"page/mf-manifest.json",revision:"${old}"}]`, "sw.js", "page/mf-manifest.json")).toBe(true);
  });

  test.each([
    ["the hash of the sealed manifest, in other algorithms", createHash("sha256").update(sealed).digest("base64")],
    ["cut", md5.slice(0, 20)],
    ["in upper case", md5.toUpperCase()],
    ["as SRI", `sha384-${createHash("sha384").update(sealed).digest("base64")}`],
  ])("%s is right", (_, revision) => {
    expect(isStale(`[{url:"mf-manifest.json",revision:"${revision}"}]`)).toBe(false);
  });

  test("nothing is found in code that only mentions the words", () => {
    const code =
      'const revision = 3; fetch("mf-manifest.json").then(({ url, revision }) => use({ url: url, revision: revision }));';
    expect(precacheEntries(code)).toEqual([]);
    expect(isStale(code)).toBe(false);
  });

  test("the place is that of the entry, in UTF-16 code units", () => {
    const text = `// 😀\n/* 😀 */ x([{url:"mf-manifest.json",revision:"${old}"}])`;
    const [found] = checkPrecache("sw.js", text, "mf-manifest.json", digests);
    const column = (text.split("\n")[1]?.indexOf("mf-manifest") ?? 0) + 1;
    expect(found?.location).toEqual({ file: "sw.js", line: 2, column });
  });
});

describe("public paths", () => {
  const of = (publicPath: string, served?: Parameters<typeof checkPublicPath>[2], rest: object = {}) =>
    checkPublicPath({ name: "shop", exposes: [{}], metaData: { publicPath }, ...rest }, "m", served).map(
      ({ rule }) => rule,
    );
  const WRONG = ["federation/root-public-path"];
  const elsewhere = { origin: "https://shop.example.com", hosts: ["https://www.example.com"] };
  const same = { origin: "https://www.example.com", hosts: ["https://www.example.com"] };

  test.each(["auto", "https://cdn.example.com/shop/", "//cdn.example.com/", "http://localhost:3001/"])(
    "%s is right",
    (path) => {
      expect([of(path), of(path, elsewhere)]).toEqual([[], []]);
    },
  );
  test("a path from the root depends on who serves the host", () => {
    expect([of("/"), of("/", elsewhere), of("/", same)]).toEqual([WRONG, WRONG, []]);
    // Where one origin serves all, `/shop/` is right; where that is not known, nothing is said.
    expect([of("/shop/"), of("/shop/", elsewhere), of("/shop/", same)]).toEqual([[], WRONG, []]);
  });
  test("a path from the page is wrong everywhere", () => {
    for (const path of ["", "static/", "./", "../"]) expect([of(path), of(path, same)], path).toEqual([WRONG, WRONG]);
  });
  test("a host that exposes nothing, and a remote for servers", () => {
    expect(of("/", undefined, { exposes: [] })).toEqual([]);
    const metaData = { publicPath: "/", remoteEntry: { type: "commonjs-module" } };
    expect(checkPublicPath({ name: "shop", exposes: [{}], metaData }, "m")).toEqual([]);
  });
});
