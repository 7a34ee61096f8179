import { afterAll, beforeEach, expect, test } from "vitest";
import type { Manifest } from "../folders.ts";
import { FileServer } from "../tamper/server.ts";
import { serve } from "../tamper/server-host.ts";
import { remote } from "./manifests.ts";

/** The plugin for servers, with a remote that is small enough to be read at a glance. */

/** A container whose panel opens by the expression. */
const entry = (open: string) => `
  exports.init = () => {};
  exports.get = async () => () => ({ default: () => "panel", open: async () => ${open} });
  const read = (file) => new Promise((resolve, reject) =>
    require("fs").readFile(file, "utf8", (error, text) => (error ? reject(error) : resolve(text.length))));
`;
const CHUNK = "x".repeat(2000);

const files = await new FileServer().start();
afterAll(() => files.stop());
beforeEach(() => files.reset());

let unique = 0;
function load(open: string, plugin: object = {}, change = (_: Manifest) => {}) {
  const { dir, manifest, write } = remote({ "remoteEntry.js": entry(open), "js/a.js": CHUNK });
  manifest.metaData.remoteEntry.type = "commonjs-module";
  Object.assign(manifest.metaData, { globalName: "shop", buildInfo: {}, types: {} });
  manifest.remotes = [];
  change(manifest);
  write();
  const name = `remote-${++unique}`;
  files.folders.set(name, dir);
  const url = `${files.origin}/${name}`;
  const options = { plugin: { unsealed: "block", ...plugin } };
  // Without the flag Node itself refuses each import() of such code.
  return { url, loading: serve(`${url}/mf-manifest.json`, options, { flags: ["--experimental-vm-modules"] }) };
}

const LAZY = 'read(__dirname + "/js/a.js")';

test("a file may have 128 MiB and 30 seconds, unless `files` says otherwise", async () => {
  expect(await load(LAZY).loading).toMatchObject({ result: { panel: "panel", details: CHUNK.length }, told: [] });
  const { url, loading } = load(LAZY, { files: { maxBytes: 1999 } });
  expect((await loading).told).toMatchObject([{ code: "ERR_FEDSEAL_TOO_LARGE", url: `${url}/js/a.js`, refused: true }]);
  expect(await load(LAZY, { files: { maxBytes: 2000, timeout: 60_000 } }).loading).toMatchObject({ told: [] });
});

test("a file that does not come in time is refused", async () => {
  // Headers, and no end of the body.
  files.tamper = (path) =>
    path.endsWith("a.js") ? { headers: { "content-length": String(CHUNK.length * 2) } } : undefined;
  const { url, loading } = load(LAZY, { files: { timeout: 200 } });
  expect((await loading).told).toMatchObject([
    { code: "ERR_FEDSEAL_TIMEOUT", url: `${url}/js/a.js`, message: expect.stringContaining("200 ms") },
  ]);
});

test("limits of a manifest: size and number of files", async () => {
  const { told } = await load(LAZY, { maxFiles: 1 }).loading;
  expect(told).toMatchObject([{ code: "ERR_FEDSEAL_TOO_LARGE", message: expect.stringContaining("`maxFiles`") }]);
  expect(await load(LAZY, { maxFiles: 2 }).loading).toMatchObject({ told: [] });
});

test.each<[string, string, string, string]>([
  ["a file that no manifest lists", 'read(__dirname + "/js/b.js")', "ERR_FEDSEAL_UNSEALED", "/js/b.js"],
  [
    "a file that is read before it is verified",
    'require("fs").readFileSync(__dirname + "/js/a.js")',
    "ERR_FEDSEAL_UNSUPPORTED",
    "/js/a.js",
  ],
  ["a path that leads out of the remote", 'read(__dirname + "/../../../../a.js")', "ERR_FEDSEAL_UNSEALED", ""],
  ["a package that was not sealed with it", 'import("left-pad")', "ERR_FEDSEAL_UNSUPPORTED", "/remoteEntry.js"],
])("%s is refused, and reported once", async (_name, open, code, file) => {
  const { url, loading } = load(open);
  const { told, result, error, console } = await loading;
  expect(result).toBeUndefined();
  expect(told, error).toMatchObject([{ code, refused: true }]);
  if (file) expect(told[0]?.url).toBe(url + file);
  expect(console.filter((line) => line.includes("fedseal: "))).toEqual([`error: fedseal: ${told[0]?.message}`]);
});

test("a file without a hash is reported as let in with its manifest, and as refused when it is asked for", async () => {
  const { url, loading } = load(LAZY, { unsealed: "warn" }, (manifest) => {
    delete manifest.integrity["js/a.js"];
    manifest.exposes[0].assets.js.sync = ["js/a.js"];
  });
  const { told, result, console } = await loading;
  expect(result).toBeUndefined();
  const code = "ERR_FEDSEAL_UNSEALED";
  expect(told).toMatchObject([
    { code, url: `${url}/js/a.js`, refused: false },
    { code, url: `${url}/js/a.js`, refused: true },
  ]);
  expect(console.filter((line) => line.includes("fedseal: "))).toEqual([
    `warn: fedseal: ${told[0]?.message}`,
    `error: fedseal: ${told[1]?.message}`,
  ]);
});
