import { describe, expect, test } from "vitest";
import { fedseal, output } from "./fedseal.ts";

/** `fedseal csp test`: one question, one answer. The matching itself is tested in crates/policy and __test__/csp. */

const { dir } = output({
  _headers:
    "/admin/*\n  Content-Security-Policy: script-src 'none'\n/*\n  Content-Security-Policy: script-src 'self'\n",
  "page.html": `<meta http-equiv="Content-Security-Policy" content="img-src 'none'">`,
  "empty.txt": "# nothing\n",
});

const PAGE = ["--page", "https://app.example.com/"];
const URL = ["--url", "https://cdn.example.com/shop/remoteEntry.js"];
const ask = (...args: string[]) => fedseal(dir, "csp", "test", ...args);

function answer(...args: string[]) {
  const { stdout, status } = ask(...args, "--format", "json");
  return { status, ...JSON.parse(stdout) };
}

test("JSON has four keys", () => {
  const { stdout, status } = ask(
    "--policy",
    "script-src https://cdn.example.com",
    "--directive",
    "script-src",
    ...PAGE,
    ...URL,
    "--format",
    "json",
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    allowed: true,
    directive: "script-src",
    expression: "https://cdn.example.com",
    reason: "`https://cdn.example.com` in `script-src` matches the URL.",
  });
});

test.each<[string, string[], object]>([
  [
    "blocked",
    ["--policy", "script-src 'self'"],
    { status: 1, allowed: false, directive: "script-src", expression: null },
  ],
  ["by 'none'", ["--policy", "script-src 'none'"], { status: 1, directive: "script-src", expression: "'none'" }],
  ["by a fallback", ["--policy", "default-src 'self'"], { status: 1, directive: "default-src" }],
  ["nothing decides", ["--policy", "img-src 'none'"], { status: 0, allowed: true, directive: null, expression: null }],
  ["an empty policy", ["--policy", ""], { status: 0, directive: null }],
  ["a sandbox", ["--policy", "sandbox"], { status: 1, directive: "sandbox", expression: null }],
  ["a sandbox with scripts", ["--policy", "sandbox allow-scripts"], { status: 0, directive: null }],
  ["a sandbox in an element", ["--meta", "sandbox"], { status: 0, directive: null }],
  ["several policies", ["--policy", "script-src *", "--policy", "script-src 'self'"], { status: 1, expression: null }],
  ["several in one header", ["--policy", "script-src *, script-src 'self'"], { status: 1 }],
  ["only reported", ["--policy", "script-src *", "--report-only", "script-src 'none'"], { status: 0, expression: "*" }],
  ["a path", ["--policy", "script-src https://cdn.example.com/other/"], { status: 1 }],
  ["a path after a redirect", ["--policy", "script-src https://cdn.example.com/other/", "--redirected"], { status: 0 }],
  ["a nonce", ["--policy", "script-src 'nonce-abc'", "--nonce", "abc"], { status: 0, expression: "'nonce-abc'" }],
  ["another nonce", ["--policy", "script-src 'nonce-abc'", "--nonce", "ABC"], { status: 1 }],
  [
    "a hash",
    ["--policy", "script-src 'sha384-abcd'", "--integrity", "sha384-abcd"],
    { status: 0, expression: "'sha384-abcd'" },
  ],
  [
    "strict-dynamic",
    ["--policy", "script-src 'strict-dynamic' https://cdn.example.com"],
    { status: 0, expression: "'strict-dynamic'" },
  ],
  [
    "strict-dynamic from the parser",
    ["--policy", "script-src 'strict-dynamic' https://cdn.example.com", "--parser-inserted"],
    { status: 1, expression: "'strict-dynamic'" },
  ],
])("%s", (_name, args, expected) => {
  expect(answer("--directive", "script-src", ...PAGE, ...URL, ...args)).toMatchObject(expected);
});

test("inline, eval and WebAssembly", () => {
  const about = (...args: string[]) => answer("--directive", "script-src", ...PAGE, ...args).status;
  expect(about("--policy", "script-src 'unsafe-inline'", "--inline", "x()")).toBe(0);
  expect(about("--policy", "script-src 'unsafe-inline' 'nonce-a'", "--inline", "x()")).toBe(1);
  expect(
    about(
      "--policy",
      "script-src 'sha256-n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg='",
      "--inline",
      "test",
      "--parser-inserted",
    ),
  ).toBe(0);
  expect(about("--policy", "script-src 'self'", "--eval")).toBe(1);
  expect(about("--policy", "script-src 'wasm-unsafe-eval'", "--wasm")).toBe(0);
});

test("files, by the path of the page", () => {
  const about = (file: string, page: string, directive = "script-src") =>
    answer("--policy-file", file, "--directive", directive, "--page", page, "--url", "/a.js").status;
  expect(about("dist/_headers", "https://app.example.com/")).toBe(0);
  expect(about("dist/_headers", "https://app.example.com/admin/x")).toBe(1);
  expect(about("dist/page.html", "https://app.example.com/", "img-src")).toBe(1);
});

test("text says why, and what is wrong with the policy", () => {
  const { stdout, status } = ask(
    "--policy",
    "scrip-src 'none'; script-src self",
    "--directive",
    "script-src",
    ...PAGE,
    ...URL,
  );
  expect(status).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "blocked
      directive   script-src
      expression  none
      reason      No source expression in \`script-src\` matches https://cdn.example.com/shop/remoteEntry.js.

    error[csp/unknown-directive]: \`scrip-src\` is not a directive, so browsers ignore it; did you mean \`script-src\`?
      at   --policy:1:1
      why  Browsers ignore it. If a known directive was meant, its restriction is not there.
      fix  Write \`script-src\`.

    error[csp/unquoted-keyword]: \`self\` in \`script-src\` has no quotes, so it is the name of a host
      at   --policy:1:30
      why  Without single quotes it is the name of a host: \`self\` allows the host called \`self\`, and not the page's own origin.
      fix  Write \`'self'\`.
    "
  `);
});

describe("wrong calls", () => {
  test.each<[string, string[], RegExp]>([
    ["no policy", ["--directive", "script-src", ...PAGE, ...URL], /give a policy/],
    ["no directive", ["--policy", "", ...PAGE, ...URL], /--directive/],
    ["no page", ["--policy", "", "--directive", "script-src", ...URL], /--page/],
    ["no URL", ["--policy", "", "--directive", "script-src", ...PAGE], /exactly one/],
    [
      "a URL and inline",
      ["--policy", "", "--directive", "script-src", ...PAGE, ...URL, "--inline", "x"],
      /exactly one/,
    ],
    [
      "an unknown directive",
      ["--policy", "", "--directive", "conect-src", ...PAGE, ...URL],
      /did you mean "connect-src"/,
    ],
    [
      "a page without a host",
      ["--policy", "", "--directive", "script-src", "--page", "about:blank", ...URL],
      /no host/,
    ],
    ["no URL of a page", ["--policy", "", "--directive", "script-src", "--page", "app", ...URL], /is not a URL/],
    ["no such URL", ["--policy", "", "--directive", "script-src", ...PAGE, "--url", "https://"], /is not a URL/],
    [
      "no such file",
      ["--policy-file", "none.txt", "--directive", "script-src", ...PAGE, ...URL],
      /there is no file none.txt/,
    ],
    [
      "a file without a policy",
      ["--policy-file", "dist/empty.txt", "--directive", "script-src", ...PAGE, ...URL],
      /has no policy/,
    ],
    ["inline of images", ["--policy", "", "--directive", "img-src", ...PAGE, "--inline", "x"], /does not decide/],
    ["an unknown option", ["--polcy", "x", "--directive", "script-src", ...PAGE, ...URL], /--policy/],
  ])("%s", (_name, args, why) => {
    const { stdout, stderr, status } = ask(...args);
    expect(stdout).toBe("");
    expect(stderr).toMatch(why);
    expect(status).toBe(2);
  });
});
