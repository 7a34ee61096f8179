import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fedsealAsync, MANIFEST } from "../commands/fedseal.ts";
import { project } from "./projects.ts";

/** A contract is trusted as far as the manifest that names its hash. */

const answers = new Map<string, { status?: number; body?: string; location?: string }>();
const asked: { url: string; authorization: string | undefined }[] = [];
const server = createServer((request, response) => {
  asked.push({ url: request.url ?? "", authorization: request.headers.authorization });
  const { status = 200, body = "", location } = answers.get(request.url ?? "") ?? { status: 404 };
  response.writeHead(status, location === undefined ? {} : { location }).end(body);
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
afterAll(() => new Promise((done) => server.close(done)));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Without blocking: this process is the server. */
function pull(root: string, ...more: string[]): Promise<{ stdout: string; status: number | null }> {
  return fedsealAsync(root, "contract", "pull", `${origin}/mf-manifest.json`, "--out", "contracts", ...more);
}

const STUB = "export declare function Button(label: string): void;\n";
const contract = (remote = "shop") =>
  JSON.stringify({
    contractVersion: 1,
    remote,
    version: "1.0.0",
    profile: "standard",
    extractor: "fedseal 0.1.0",
    exposes: {
      "./Button": {
        source: "src/Button.ts",
        stub: "Button.d.ts",
        way: "fast",
        surface: "0".repeat(64),
        hasDefault: false,
      },
    },
    externals: {},
    files: { "Button.d.ts": STUB },
  });
const sri = (text: string) => `sha384-${createHash("sha384").update(text).digest("base64")}`;

function serve(served: string, sealed = served): void {
  answers.clear();
  const integrity = { "remoteEntry.js": sri("entry"), "mf-contract.json": sri(sealed) };
  answers.set("/mf-manifest.json", { body: JSON.stringify({ ...MANIFEST, schemaVersion: "1.0.0", integrity }) });
  answers.set("/mf-contract.json", { body: served });
}

test("the sealed contract becomes a package", async () => {
  serve(contract());
  const root = project({});
  const { stdout, status } = await pull(root, "--header", "Authorization: Bearer secret");
  expect({ stdout, status }).toMatchObject({ status: 0 });
  expect(readFileSync(join(root, "contracts/remotes/shop/Button.d.ts"), "utf8")).toBe(STUB);
  expect(asked.slice(-2).map((one) => one.authorization)).toEqual(["Bearer secret", "Bearer secret"]);
});

test.each([
  [
    "that is not the sealed one",
    () => serve(contract().replace("string", "number"), contract()),
    "is not the one that was sealed",
  ],
  ["of another remote", () => serve(contract("evil")), "the contract is that of evil"],
  ["that is no contract", () => serve("{}"), "contract.contractVersion is missing"],
  [
    "behind a redirect",
    () => {
      serve(contract());
      answers.set("/mf-contract.json", { status: 302, location: "/elsewhere.json" });
      answers.set("/elsewhere.json", { body: contract() });
    },
    "cannot be fetched",
  ],
  [
    "that is not there",
    () => {
      serve(contract());
      answers.delete("/mf-contract.json");
    },
    "answers 404",
  ],
  [
    "that the closure does not name",
    () => {
      serve(contract());
      answers.set("/mf-manifest.json", {
        body: JSON.stringify({ ...MANIFEST, schemaVersion: "1.0.0", integrity: { "remoteEntry.js": sri("entry") } }),
      });
    },
    "names no contract",
  ],
  ["of a host without a manifest", () => answers.clear(), "404"],
])("a contract %s is refused", async (_, prepare, words) => {
  prepare();
  const root = project({});
  const { stdout, status } = await pull(root);
  expect(stdout).toContain("error[contract/not-pulled]");
  expect(stdout).toContain(words);
  expect(status).toBe(2);
  expect(() => readFileSync(join(root, "contracts/package.json"))).toThrow();
});
