import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { folderTarget, gate, type Release, release } from "./release.ts";

/** The real nginx: with what `fedseal headers` writes it is clean, and with mistakes that people make it is not. */

const nginx = process.env.FEDSEAL_NGINX;

/** Writes the configuration for a release. */
function generate({ dir, dist }: Release, ...args: string[]): string {
  const ran = fedseal(dir, "headers", "--for", "nginx", ...args, dist);
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
}

async function check(made: Release, conf: string, settings: { root?: string; shells?: string[] } = {}) {
  const { root, shells } = settings;
  writeFileSync(join(made.dir, "site.conf"), conf);
  const cache = { nginx: { file: "site.conf", ...(root !== undefined && { root }) }, ...(shells && { shells }) };
  return gate(made.dir, [folderTarget(made.dist)], cache);
}

const CLEAN = { diagnostics: [], unchecked: [], rules: [] };

describe.skipIf(nginx === "none")("what `fedseal headers --for nginx` writes", () => {
  test("is clean, in a server block and by itself", async () => {
    const made = await release();
    const conf = generate(made);
    expect(await check(made, conf)).toEqual(CLEAN);
    expect(await check(made, `server {\n  listen 80;\n  root /srv/www;\n${conf}}\n`)).toEqual(CLEAN);
  });

  test("is clean beside a fallback for pages, compression and a whole configuration", async () => {
    const made = await release();
    for (const file of Object.values(made.names)) {
      writeFileSync(join(made.dist, `${file}.gz`), gzipSync(readFileSync(join(made.dist, file))));
    }
    writeFileSync(join(made.dir, "fedseal.conf"), generate(made));
    const whole = `
user nobody;
worker_processes auto;
error_log /var/log/nginx/none/error.log;
pid /run/none/nginx.pid;
events { worker_connections 64; }
http {
  include mime.types;
  gzip on; gzip_types text/javascript text/css application/json; gzip_static on;
  server { listen 80; return 301 https://$host$request_uri; }
  server {
    listen 443 ssl http2 backlog=511 so_keepalive=30s::10 reuseport; listen [::]:443 ssl ipv6only=on; listen *:8443 bind;
    listen 443 quic;
    ssl_protocols TLSv1.3; error_log /none/error.log warn; access_log /none/access.log combined buffer=4k;
    server_name cdn.example;
    ssl_certificate /none/cert.pem; ssl_certificate_key /none/key.pem;
    root /usr/share/nginx/html;
    include fedseal.conf;
    location / { try_files $uri /index.html; }
  }
}`;
    expect(await check(made, whole)).toEqual(CLEAN);
  });

  test("is clean for one shell, for several, below a path, and for names of any script", async () => {
    const odd = ["static/js/ünï côdé.js", "static/js/a b$c'd;e{f}g.js", 'static/js/q"uote.js', "static/js/(1)+[2].js"];
    const made = await release({ files: Object.fromEntries(odd.map((name) => [name, name])) });
    const shells = ["https://a.example", "https://b.example"];
    expect(await check(made, generate(made, "--origin", "https://a.example"), { shells: shells.slice(0, 1) })).toEqual(
      CLEAN,
    );
    const two = generate(made, "--origin", "https://a.example", "--origin", "https://b.example");
    expect(await check(made, two, { shells })).toEqual(CLEAN);
    expect((await check(made, two, { shells: [...shells, "https://c.example"] })).rules).toEqual([
      "serve/missing-cors",
    ]);
  });

  test("is clean below a path", async () => {
    const made = await release();
    writeFileSync(join(made.dir, "site.conf"), `server { root /srv/www;\n${generate(made, "--base", "/shop/")} }`);
    const nginx = { file: "site.conf", root: "/srv/www/shop", base: "/shop/" };
    expect(await gate(made.dir, [folderTarget(made.dist)], { nginx })).toEqual(CLEAN);
  });

  test("the text", async () => {
    const made = await release();
    expect(generate(made, "--base", "/shop/", "--origin", "https://shell.example")).toMatchSnapshot();
  });

  test("a manifest that depends on who asks", async () => {
    const conf = generate(await release(), "--tenant-manifest");
    expect(conf).toContain(
      'location = "/mf-manifest.json" {\n    try_files $uri =404;\n    types {}\n    default_type "application/json";\n    add_header Cache-Control "private, no-cache" always;\n    add_header Vary "Authorization" always;',
    );
    const made = await release();
    writeFileSync(join(made.dir, "site.conf"), generate(made, "--tenant-manifest"));
    const settings = { nginx: { file: "site.conf" }, tenantManifest: true };
    expect(await gate(made.dir, [folderTarget(made.dist)], settings)).toEqual(CLEAN);
    writeFileSync(join(made.dir, "site.conf"), generate(made));
    expect((await gate(made.dir, [folderTarget(made.dist)], settings)).rules).toEqual([
      "cache/tenant-manifest-public",
      "cache/tenant-manifest-without-vary",
    ]);
  });
});

describe.skipIf(nginx === "none")("mistakes in a configuration", () => {
  const FILES = 'add_header Access-Control-Allow-Origin "*"; add_header X-Content-Type-Options nosniff;';
  const server = (body: string) => `server {\n  listen 8080;\n  root /usr/share/nginx/html;\n${body}\n}\n`;

  test.each<[string, string[], string]>([
    [
      "everything for a year",
      ["cache/entry-immutable"],
      server(
        `location / { try_files $uri =404; ${FILES} add_header Cache-Control "public, max-age=31536000, immutable"; }`,
      ),
    ],
    [
      "a fallback for everything",
      ["cache/hashed-revalidated", "serve/fallback-for-missing-file"],
      server(`location / { try_files $uri /index.html; ${FILES} add_header Cache-Control "no-cache"; }`),
    ],
    [
      "a year for a 404",
      ["cache/entry-immutable", "cache/missing-file-kept"],
      server(
        `location / { try_files $uri =404; ${FILES} add_header Cache-Control "public, max-age=31536000, immutable" always; }`,
      ),
    ],
    [
      "add_header beside expires",
      [
        "cache/contradictory-directives",
        "cache/duplicate-directive",
        "cache/entry-immutable",
        "cache/hashed-revalidated",
      ],
      server(
        `location / { try_files $uri =404; ${FILES} expires 1h; add_header Cache-Control "no-cache, max-age=31536000, immutable"; }`,
      ),
    ],
    [
      "add_header of a location drops those of the server",
      ["cache/missing-header", "serve/missing-cors", "serve/missing-nosniff?"],
      server(`${FILES} location /static/ { add_header X-Served-By a; } location / { add_header X-Served-By b; }`),
    ],
    [
      "no types",
      ["serve/wrong-content-type", "serve/wrong-content-type?"],
      server(`types {} default_type application/octet-stream;
        location ^~ /static/ { try_files $uri =404; ${FILES} add_header Cache-Control "public, max-age=31536000, immutable"; }
        location / { try_files $uri =404; ${FILES} add_header Cache-Control "no-cache" always; }`),
    ],
  ])("%s", async (_, expected, conf) => {
    const made = await release();
    const { rules, unchecked, diagnostics } = await check(made, conf);
    expect(rules).toEqual(expected);
    expect(unchecked).toEqual([]);
    // The place to correct, and no port of this run.
    expect(diagnostics.map((one) => one.location?.file)).toEqual(diagnostics.map(() => "site.conf"));
    expect(JSON.stringify(diagnostics)).not.toMatch(/127\.0\.0\.1|fedseal-nginx/);
  });

  test.each<[string, RegExp, string, string | undefined]>([
    ["an unknown directive", /unknown directive "nonsense" in site\.conf:2/, "server {\n  nonsense on;\n}", undefined],
    ["an open block", /in the middle of a directive/, "server { listen 80;", undefined],
    ["an open quotation mark", /line 2: a quotation mark is not closed/, 'server {\n add_header A "b; }', undefined],
    // What is replaced or dropped here has arguments, too.
    ["a parameter of `listen`", /invalid parameter "bogus" in site\.conf:1/, "server { listen 80 bogus; }", undefined],
    ["a `;` behind `listen`", /invalid parameter "root" in site\.conf:1/, "server { listen 80 root /x; }", undefined],
    [
      "a parameter of the second `listen`",
      /invalid parameter "bogus" in site\.conf:3/,
      "server {\n listen 80;\n listen 443 ssl bogus; }",
      undefined,
    ],
    ["a value of a parameter", /backlog "backlog=x" in site\.conf:1/, "server { listen 80 backlog=x; }", undefined],
    ["a `listen` without an address", /invalid number of arguments in "listen"/, "server { listen; }", undefined],
    ["a port that is none", /invalid port in "99999"/, "server { listen 99999; }", undefined],
    ["a `listen` in a location", /"listen" directive is not allowed here/, "location / { listen 80; }", undefined],
    ["a log without a file", /invalid number of arguments in "access_log"/, "access_log;", undefined],
    ["a level that is none", /invalid log level "loud"/, "error_log /none/a.log loud;", undefined],
    ["a directive of the process", /"daemon" directive is not allowed here/, "server { daemon off; }", undefined],
    ["one address twice", /a duplicate listen 0\.0\.0\.0:8080/, "server { listen 8080; listen 8080; }", undefined],
    [
      "one address twice, spelled twice",
      /a duplicate listen 0\.0\.0\.0:8080/,
      "server { listen *:8080; listen 8080 ssl; }",
      undefined,
    ],
    [
      "two default servers of one address",
      /a duplicate default server for 0\.0\.0\.0:80/,
      "server { listen 80 default_server; } server { listen 80 default_server; }",
      undefined,
    ],
    ["a protocol of TLS that is none", /invalid value "TLSv9"/, "ssl_protocols TLSv9;", undefined],
    ["a certificate without a file", /invalid number of arguments in "ssl_certificate"/, "ssl_certificate;", undefined],
    ["an `include` of two", /invalid number of arguments in "include"/, "include a.conf b.conf;", undefined],
    ["a folder of several words", /invalid number of arguments in "root"/, "root a b c;", undefined],
    [
      "two folders",
      /it has several folders \(\/a, \/b\)/,
      "server { location /a/ { root /a; } location / { root /b; } }",
      undefined,
    ],
    [
      "an upstream that is not there",
      /host not found/,
      "server { location / { proxy_pass http://none.invalid; } }",
      undefined,
    ],
  ])("%s cannot be checked", async (_, reason, conf, root) => {
    const { diagnostics, unchecked } = await check(await release(), conf, root === undefined ? {} : { root });
    expect(diagnostics).toEqual([]);
    expect(unchecked).toHaveLength(2);
    expect(unchecked[0]).toMatch(reason);
  });

  test("which of two folders holds the output can be said", async () => {
    const made = await release();
    const conf = `server { root /srv/errors; ${generate(made).replaceAll("try_files", "root /srv/app; try_files").replaceAll("index index.html;", "root /srv/app; index index.html;")} }`;
    expect(await check(made, conf, { root: "/srv/app" })).toEqual(CLEAN);
  });

  test("a file that is not there", async () => {
    const made = await release();
    const { unchecked } = await gate(made.dir, [folderTarget(made.dist)], { nginx: { file: "none.conf" } });
    expect(unchecked[0]).toBe("none.conf: it cannot be read (ENOENT)");
  });
});

test("without nginx nothing is checked, and it says so", async () => {
  const made = await release();
  const before = process.env.FEDSEAL_NGINX;
  process.env.FEDSEAL_NGINX = join(made.dir, "no-nginx");
  try {
    const { unchecked } = await check(made, "location / {}");
    expect(unchecked[0]).toContain("nginx is not installed here");
  } finally {
    if (before === undefined) delete process.env.FEDSEAL_NGINX;
    else process.env.FEDSEAL_NGINX = before;
  }
});
