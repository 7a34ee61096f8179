import { readFileSync, writeFileSync } from "node:fs";
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
  const without = fedseal(dir, "csp", "generate", "dist", ...PAGE, "--hashes");
  // Its own gate would call that policy `csp/import-map-blocked`.
  expect([without.status, without.stdout]).toEqual([2, ""]);
  expect(without.stderr).toContain("give one with --nonce");
  const { stdout, stderr } = fedseal(dir, "csp", "generate", "dist", ...PAGE, "--hashes", "--nonce", "{{nonce}}");
  expect(stderr).toContain("its origin is listed");
  expect(stdout).toContain("script-src 'self' 'nonce-{{nonce}}' https://cdn.example.com;");
  expect(fedseal(dir, "csp", "generate", "dist", ...PAGE, "--nonce", "{{nonce}}").stderr).toBe("");
});

test.each<[string, string[], RegExp]>([
  ["no page", ["dist"], /--page/],
  ["a page that is no address", ["dist", "--page", "app"], /URL of http/],
  ["no folder", ["nowhere", ...PAGE], /there is no manifest in nowhere/],
  ["a nonce with a space", ["dist", ...PAGE, "--nonce", "a b"], /base64/],
  ["a need without a URL", ["dist", ...PAGE, "--need", "connect-src"], /connect-src=/],
  ["a need of nothing", ["dist", ...PAGE, "--need", "conect-src=https://a.example"], /connect-src/],
  // Each of them would end a directive, or a policy, and start another.
  ["a name with a space", ["dist", ...PAGE, "--trusted-types", "a b;c"], /letters, digits/],
  ["a name with a `;`", ["dist", ...PAGE, "--trusted-types", "a", "b;script-src"], /letters, digits/],
  ["all names", ["dist", ...PAGE, "--trusted-types", "*"], /letters, digits/],
  ["an endpoint with a `;`", ["dist", ...PAGE, "--report-to", "a;script-src"], /without spaces/],
  ["an endpoint with a comma", ["dist", ...PAGE, "--report-to", "a,script-src"], /without spaces/],
  ["a nonce with a control character", ["dist", ...PAGE, "--nonce", "{{a\u0001}}"], /base64/],
  ["a host with a `;`", ["dist", ...PAGE, "--need", "connect-src=https://a.example;sandbox"], /one source expression/],
  [
    "a host with a comma",
    ["dist", ...PAGE, "--need", "connect-src=https://a.example,sandbox"],
    /one source expression/,
  ],
  ["an address of IPv6", ["dist", ...PAGE, "--need", "connect-src=https://[::1]/"], /one source expression/],
  // Read as a path of the page, each would be `'self'`, and what was asked for would be missing.
  ["a keyword", ["dist", ...PAGE, "--nonce", "{{n}}", "--need", "script-src='unsafe-inline'"], /not a URL or a path/],
  ["a host without a scheme", ["dist", ...PAGE, "--need", "connect-src=api.example.com"], /not a URL or a path/],
  ["a scheme alone", ["dist", ...PAGE, "--need", "img-src=https:"], /not a URL or a path/],
  ["everything", ["dist", ...PAGE, "--need", "img-src=*"], /not a URL or a path/],
  ["a need of any host", ["dist", ...PAGE, "--need", "img-src=https://*.example.com"], /not a URL or a path/],
  ["an origin of any host", ["dist", ...PAGE, "--origin", "https://*.example.com/"], /a wildcard lets in hosts/],
  ["no such file of tenants", ["--tenants", "none.json", ...PAGE], /there is no file none.json/],
  ["targets and tenants", ["dist", "--tenants", "none.json", ...PAGE], /not both/],
])("%s is a wrong call", (_name, args, why) => {
  const { stdout, stderr, status } = fedseal(sealed(), "csp", "generate", ...args);
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toMatch(why);
});

test("paths from the page are needs", () => {
  const need = ["--need", "img-src=/a.png", "--need", "media-src=./b.mp4", "--need", "font-src=data:,"];
  const { stdout, status } = fedseal(sealed(), "csp", "generate", "dist", ...PAGE, ...need);
  expect(status).toBe(0);
  expect(stdout).toContain("font-src 'self' data:; img-src 'self'; media-src 'self';");
});

test.each<[string, object, RegExp]>([
  ["a file without its URL", { remotes: ["maps.json"] }, /`remotes` has "maps.json" without the URL/],
  [
    "a file whose URL is none",
    { remotes: [{ manifest: "x.json", url: "x" }] },
    /`remotes` has "x", which is not a URL/,
  ],
  ["no such file", { remotes: [{ manifest: "none.json", url: "https://a.example/m.json" }] }, /no manifest none.json/],
  ["no JSON", { remotes: [{ manifest: "bad.json", url: "https://a.example/m.json" }] }, /bad.json is not JSON/],
])("a tenant with %s is what is said to be wrong", (_name, tenant, why) => {
  const dir = sealed();
  writeFileSync(join(dir, "bad.json"), "{");
  writeFileSync(join(dir, "tenants.json"), JSON.stringify({ acme: tenant }));
  const { stdout, stderr, status } = fedseal(dir, "csp", "generate", "--tenants", "tenants.json", ...PAGE);
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toMatch(/^fedseal: tenants\.json: "acme": /);
  expect(stderr).toMatch(why);
  expect(stderr).not.toContain("csp.remotes");
});

test("a broken configuration is shown in lines", () => {
  const dir = sealed();
  writeFileSync(join(dir, "fedseal.config.json"), '{ "csp": { "pge": 1 } }');
  const { stdout, stderr, status } = fedseal(dir, "csp", "generate", "dist", ...PAGE);
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toMatch(/^error\[config\/invalid\]: .*\n {2}at {3}fedseal\.config\.json/);
  expect(stderr).not.toContain("u{a}");
});

test("hashes of a manifest are hashes, each one by itself", () => {
  const dir = sealed();
  const path = join(dir, "dist/mf-manifest.json");
  const generate = (change: (integrity: Record<string, string>) => void) => {
    const { integrity, ...rest } = JSON.parse(readFileSync(path, "utf8"));
    const changed = { ...integrity };
    change(changed);
    writeFileSync(join(dir, "dist/mf-manifest.json"), JSON.stringify({ ...rest, integrity: changed }));
    const ran = fedseal(dir, "csp", "generate", "dist", ...PAGE, "--hashes");
    writeFileSync(path, JSON.stringify({ ...rest, integrity }));
    return ran;
  };
  const evil = generate((integrity) => {
    integrity["remoteEntry.js"] = "sha384-a';script-src-elem * 'b";
  });
  expect([evil.status, evil.stdout]).toEqual([2, ""]);
  expect(evil.stderr).toContain("one source expression");
  const two = generate((integrity) => {
    integrity["remoteEntry.js"] = "sha384-YWE=?a sha512-YmI= md5-x";
  });
  expect(two.stdout).toContain("'sha384-YWE=' ");
  expect(two.stdout).toContain("'sha512-YmI='");
  expect(two.stdout).not.toMatch(/\?a|md5/);
  // A hash that nobody knows is none.
  const unknown = generate((integrity) => {
    integrity["remoteEntry.js"] = "md5-x";
  });
  expect(unknown.stderr).toContain("has scripts without a hash");
  expect(unknown.stdout).toContain("script-src 'self' https://cdn.example.com");
});

test("a tenant may have any name", () => {
  const dir = sealed();
  const text =
    '{ "__proto__": { "remotes": [] }, "constructor": { "remotes": [], "needs": { "connect-src": ["https://a.example/"] } } }';
  writeFileSync(join(dir, "tenants.json"), text);
  const call = ["csp", "generate", "--tenants", "tenants.json", ...PAGE];
  expect(fedseal(dir, ...call).stdout).toMatch(/^# __proto__\nContent-Security-Policy: [\s\S]*\n\n# constructor\n/);
  const { stdout } = fedseal(dir, ...call, "--format", "json");
  expect(stdout.match(/Content-Security-Policy/g)).toHaveLength(2);
  expect(stdout).toContain('"__proto__": {');
  writeFileSync(
    join(dir, "tenants.json"),
    '{ "a": { "remotes": [], "needs": { "__proto__": ["https://a.example/"] } } }',
  );
  const { stderr, status } = fedseal(dir, ...call);
  expect(status).toBe(2);
  expect(stderr).toContain('`csp.needs` has "__proto__"');
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
