import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fedseal, MANIFEST, output } from "./fedseal.ts";

/** `fedseal csp generate`. Browsers try what it writes in __test__/csp/generated.test.ts. */

const manifest = (name: string, origin: string, meta: object = {}) =>
  JSON.stringify({
    ...MANIFEST,
    name,
    metaData: { ...MANIFEST.metaData, name, publicPath: `${origin}/${name}/`, ...meta },
  });

function sealed(meta: object = {}): string {
  const { dir } = output({ "mf-manifest.json": manifest("shop", "https://cdn.example.com", meta) });
  expect(fedseal(dir, "seal", "dist").status).toBe(0);
  return dir;
}

const PAGE = ["--page", "https://app.example.com/"];

test("headers to copy", () => {
  const { stdout, stderr, status } = fedseal(sealed(), "csp", "generate", "dist", ...PAGE);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  expect(stdout).toMatchInlineSnapshot(`
    "Content-Security-Policy: default-src 'none'; script-src 'self' https://cdn.example.com; style-src 'self'; connect-src 'self' https://cdn.example.com; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'
    Integrity-Policy: blocked-destinations=(script)
    "
  `);
});

test("hashes, a nonce, Trusted Types, reports and needs of the page", () => {
  const more = ["--hashes", "--nonce", "{{nonce}}", "--trusted-types", "webpack", "--report-to", "csp"];
  const need = ["--need", "connect-src=https://api.example.com/v1"];
  const { stdout, status } = fedseal(
    sealed(),
    "csp",
    "generate",
    "dist",
    ...PAGE,
    ...need,
    "--format",
    "json",
    ...more,
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
    {
      "headers": {
        "Content-Security-Policy": "default-src 'none'; script-src 'self' 'nonce-{{nonce}}' 'sha384-/Qk6DW1ypLhH9VPXBr3ND2izqCghONDyJo2xZPvb6kJfNUsuqA8JjEgWqYfshHsU' 'sha384-62uBgnG6+YTGQNMl+obi6qVkdGZnlhGcgfthFhDiF516gWydfNbHtTpyulxi7Aeh' 'sha384-aE+kWsro1JuCWADa0WZp/IuXdel/DmLMtFJvFB1UJOKwhgx72cOqFfsTgaqN6NKD'; style-src 'self'; connect-src 'self' https://api.example.com https://cdn.example.com; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types fedseal webpack; report-to csp",
        "Integrity-Policy": "blocked-destinations=(script)",
      },
      "trustedTypes": "import { createTrustedTypesPolicy } from "@fedseal/runtime/trusted-types";
    createTrustedTypesPolicy();",
    }
  `);
});

test("the page's own origin is 'self'", () => {
  const { stdout } = fedseal(sealed(), "csp", "generate", "dist", "--page", "https://cdn.example.com/");
  expect(stdout).toContain("script-src 'self'; style-src");
});

test("a tenant's policy has the origins of its remotes only", () => {
  const dir = sealed();
  writeFileSync(join(dir, "maps.json"), manifest("maps", "https://maps.example.net"));
  const remote = (file: string, url: string) => ({ manifest: file, url });
  const tenants = {
    acme: { remotes: [remote("dist/mf-manifest.json", "https://cdn.example.com/shop/mf-manifest.json")] },
    globex: {
      remotes: [remote("maps.json", "https://maps.example.net/maps/mf-manifest.json")],
      needs: { "connect-src": ["https://api.globex.example/"] },
    },
  };
  writeFileSync(join(dir, "tenants.json"), JSON.stringify(tenants));
  const { stdout, status } = fedseal(dir, "csp", "generate", "--tenants", "tenants.json", ...PAGE, "--format", "json");
  expect(status).toBe(0);
  const made = JSON.parse(stdout).tenants;
  expect(Object.keys(made)).toEqual(["acme", "globex"]);
  const { acme, globex } = made;
  expect(acme.headers["Content-Security-Policy"]).toContain("connect-src 'self' https://cdn.example.com;");
  expect(acme.headers["Content-Security-Policy"]).not.toMatch(/maps|globex/);
  expect(globex.headers["Content-Security-Policy"]).toContain(
    "connect-src 'self' https://api.globex.example https://maps.example.net;",
  );
  expect(globex.headers["Content-Security-Policy"]).not.toContain("cdn.example.com");
});

test("an ES module remote needs a nonce", () => {
  const module = { remoteEntry: { name: "remoteEntry.js", path: "", type: "module" } };
  const dir = sealed(module);
  const { stdout, stderr } = fedseal(dir, "csp", "generate", "dist", ...PAGE, "--hashes");
  expect(stderr).toContain("--nonce");
  expect(stderr).toContain("its origin is listed");
  expect(stdout).toContain("script-src 'self' https://cdn.example.com;");
  expect(fedseal(dir, "csp", "generate", "dist", ...PAGE, "--nonce", "{{nonce}}").stderr).toBe("");
});

test.each<[string, string[], RegExp]>([
  ["no page", ["dist"], /--page/],
  ["a page that is no address", ["dist", "--page", "app"], /URL of http/],
  ["no folder", ["nowhere", ...PAGE], /there is no manifest in nowhere/],
  ["a nonce with a space", ["dist", ...PAGE, "--nonce", "a b"], /base64/],
  ["a need without a URL", ["dist", ...PAGE, "--need", "connect-src"], /connect-src=/],
  ["a need of nothing", ["dist", ...PAGE, "--need", "conect-src=https://a.example"], /connect-src/],
  ["no such file of tenants", ["--tenants", "none.json", ...PAGE], /there is no file none.json/],
  ["targets and tenants", ["dist", "--tenants", "none.json", ...PAGE], /not both/],
])("%s is a wrong call", (_name, args, why) => {
  const { stdout, stderr, status } = fedseal(sealed(), "csp", "generate", ...args);
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toMatch(why);
});

test.each<[string, string, RegExp]>([
  ["not JSON", "{", /is not JSON/],
  ["no tenants", "{}", /has no tenants/],
  ["an unknown key", '{ "acme": { "remote": [] } }', /expected "remotes" and "needs"/],
  ["a remote without its URL", '{ "acme": { "remotes": ["dist/mf-manifest.json"] } }', /without the URL/],
])("tenants: %s", (_name, text, why) => {
  const dir = sealed();
  writeFileSync(join(dir, "tenants.json"), text);
  const { stderr, status } = fedseal(dir, "csp", "generate", "--tenants", "tenants.json", ...PAGE);
  expect(status).toBe(2);
  expect(stderr).toMatch(why);
});
