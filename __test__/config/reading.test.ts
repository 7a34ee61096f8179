import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, describe, expect, test } from "vitest";
import { loadConfig } from "../../npm/fedseal/dist/config/load.js";
import { readConfig } from "../../npm/fedseal/dist/config/read.js";
import { schema } from "../../npm/fedseal/dist/config/schema.js";

/** Finding and reading a configuration: every form of it, and everything that keeps it from being read. */

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-test-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;
function project(files: Record<string, string | Buffer>): string {
  count += 1;
  const dir = join(scratch, String(count));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

/** `rule at file:line:column: message` */
async function problems(dir: string): Promise<string[]> {
  const { diagnostics } = await loadConfig(dir);
  return diagnostics.map(({ rule, message, location }) => {
    const place = [location?.file, location?.line, location?.column].filter((one) => one !== undefined).join(":");
    return `${rule} at ${place}: ${message}`;
  });
}

test("the schema that the package ships is the one that is used, and is a JSON Schema", () => {
  const file = join(import.meta.dirname, "../../npm/fedseal/fedseal.config.schema.json");
  const shipped = JSON.parse(readFileSync(file, "utf8"));
  expect(shipped).toEqual(schema);
  const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(shipped);
  expect(validate({ targets: ["dist"], exclude: ["a"] })).toBe(true);
  expect(validate({ target: ["dist"] })).toBe(false);
});

describe("a configuration is found", () => {
  test.each([
    ["fedseal.config.json", '{ "exclude": ["a"] }'],
    ["fedseal.config.jsonc", '// why\n{ "exclude": ["a",], /* here */ }'],
    ["fedseal.config.js", 'module.exports = { exclude: ["a"] };'],
    ["fedseal.config.mjs", 'export default { exclude: ["a"] };'],
    ["fedseal.config.mjs", 'export default Promise.resolve({ exclude: ["a"] });'],
    ["fedseal.config.ts", 'const all: string[] = ["a"];\nexport default { exclude: all } satisfies object;'],
    ["fedseal.config.ts", 'import { names } from "./names";\nexport default { exclude: names };'],
  ])("%s", async (name, text) => {
    const dir = project({ [name]: text, "names.ts": 'export const names = ["a"];', "package.json": "{}" });
    const { loaded, diagnostics } = await loadConfig(dir);
    expect([loaded?.config, diagnostics]).toEqual([{ exclude: ["a"] }, []]);
  });

  test("upwards to the root of the repository, and no further", async () => {
    const dir = project({
      "fedseal.config.json": '{ "base": "outer" }',
      "repository/.git/HEAD": "",
      "repository/packages/shop/package.json": "{}",
    });
    const inner = join(dir, "repository/packages/shop");
    expect((await loadConfig(inner)).loaded?.path).toBeUndefined();
    writeFileSync(join(dir, "repository/fedseal.config.json"), '{ "base": "inner" }');
    expect((await loadConfig(inner)).loaded).toMatchObject({
      config: { base: "inner" },
      folder: join(dir, "repository"),
    });
    // Without a repository, nothing above the folder is read, or even executed.
    expect((await loadConfig(join(dir, "else"))).loaded?.path).toBeUndefined();
  });

  test("with a byte order mark, as Windows editors write it", async () => {
    const dir = project({ "fedseal.config.json": '\ufeff{ "base": "main" }' });
    expect((await loadConfig(dir)).loaded?.config).toEqual({ base: "main" });
  });
});

describe("a configuration that cannot be read", () => {
  test.each<[string, string, string | Buffer, string]>([
    [
      "a comma too many",
      "json",
      '{\n  "exclude": ["a",]\n}',
      "fedseal.config.json:2:19: fedseal.config.json is not JSON",
    ],
    [
      "a comment",
      "json",
      "{} // why",
      "fedseal.config.json:1:4: fedseal.config.json is not JSON: invalid comment token",
    ],
    ["nothing", "json", "", "is not JSON: value expected"],
    ["a key twice", "json", '{ "base": "a",\n  "base": "b" }', ':2:3: fedseal.config.json has the key "base" twice'],
    ["no UTF-8", "json", Buffer.from([0x7b, 0xff, 0x7d]), "is not UTF-8"],
    ["too large", "json", `{}${" ".repeat(1024 * 1024)}`, "is larger than 1 MiB"],
    ["too deep", "json", "[".repeat(200_000), "is nested too deeply"],
    ["no default export", "mjs", "export const config = {};", "has no default export"],
    ["a syntax error", "mjs", "export default {\n  a: 1 2\n};", ":2:8: fedseal.config.mjs cannot be executed"],
    [
      "a throw",
      "mjs",
      'const a = 1;\nthrow new Error("no such team");',
      ":2:7: fedseal.config.mjs cannot be executed: no such team",
    ],
    ["a throw of a text", "mjs", 'throw "plain";', "cannot be executed: plain"],
    [
      "a missing import",
      "ts",
      'import "./nowhere";\nexport default {};',
      "cannot be executed: Cannot find module './nowhere'",
    ],
    // What jiti writes before the text is no part of it.
    [
      "a throw in one line",
      "mjs",
      'throw new Error("x");',
      "at fedseal.config.mjs:1: fedseal.config.mjs cannot be executed: x",
    ],
    ["a rejected promise", "ts", 'export default Promise.reject(new Error("late"));', "cannot be executed: late"],
  ])("%s", async (_, ending, text, words) => {
    const [problem, ...more] = await problems(project({ [`fedseal.config.${ending}`]: text }));
    expect(more).toEqual([]);
    expect(problem).toMatch(/^config\/unreadable at fedseal\.config\./);
    expect(problem).toContain(words);
    expect(problem).not.toContain(scratch);
  });
});

test("a module that does not finish is told so", async () => {
  const dir = project({ "fedseal.config.mjs": "await new Promise(() => {});\nexport default {};" });
  const read = await readConfig(join(dir, "fedseal.config.mjs"), "fedseal.config.mjs", 50);
  expect(read).toMatchObject({
    diagnostics: [{ rule: "config/unreadable", message: expect.stringContaining("did not finish within 0.05 s") }],
  });
});

describe("a secret in a configuration is never said", () => {
  test.each([
    [
      "a URL with a password",
      { targets: ["https://user:s3cret@a.example/x.json"] },
      "config.targets[0] is a URL with a user name",
    ],
    [
      "one elsewhere",
      { cache: { origin: "https://user:s3cret@a.example/" } },
      "config.cache.origin is a URL with a user name",
    ],
    [
      "one as a key",
      { http: { headers: { "https://user:s3cret@a.example": {} } } },
      "a key of config.http.headers is a URL",
    ],
    ["one in a key that does not exist", { targts: ["https://user:s3cret@a.example/"] }, "config.targts[0] is a URL"],
    ["a header with a line end", headers({ authorization: "s3c\ns3cret" }), '["authorization"] holds a line end'],
    [
      "a header with letters that cannot be sent",
      headers({ authorization: "s3cret \u4e2d" }),
      "holds a line end or another",
    ],
    ["a name that is none", headers({ "Bearer s3cret": "authorization" }), "the name of header 1 of"],
    ["a header that is no text", headers({ authorization: ["s3cret"] }), ".authorization is a list; expected"],
    ["headers that are a text", { http: { headers: { "https://a.example": "s3cret" } } }, "is a text; expected"],
    [
      "a key that is mistyped",
      { http: { header: { "https://a.example": { a: "s3cret" } } } },
      "config.http.header is an object",
    ],
    ["one above it", { htpp: { headers: { "https://a.example": { a: "s3cret" } } } }, "config.htpp is an object"],
  ])("%s", async (_, config, words) => {
    const { diagnostics } = await loadConfig(project({ "fedseal.config.json": JSON.stringify(config, null, 2) }));
    expect(diagnostics[0]).toMatchObject({ rule: "config/invalid", message: expect.stringContaining(words) });
    expect(JSON.stringify(diagnostics)).not.toContain("s3cret");
  });

  function headers(values: object) {
    return { http: { headers: { "https://a.example": values } } };
  }
});

describe("a value that is not allowed is named with its place, and with what is", () => {
  test.each<[string, string, string, string]>([
    [
      "a list",
      "json",
      "[]",
      "config/invalid at fedseal.config.json:1:1: the configuration is an array; expected an object.",
    ],
    ["a function", "mjs", "export default () => ({});", "the configuration is a function; expected an object."],
    [
      "a key",
      "json",
      '{\n  "excludes": []\n}',
      ':2:3: config.excludes is [], but there is no such option. Did you mean "exclude"?',
    ],
    ["`__proto__`", "json", '{ "__proto__": {} }', "config.__proto__ is {}, but there is no such option."],
    ["a type", "json", '{ "exclude": "a" }', 'config.exclude is "a"; expected an array of non-empty strings.'],
    ["an item", "json", '{ "include": ["a",\n ""] }', ':2:2: config.include[1] is ""; expected a non-empty string.'],
    ["no targets", "json", '{ "targets": [] }', "config.targets is []; expected an array, each item"],
    ["a target", "json", '{ "targets": [{ "folder": "a", "exlude": [] }] }', 'Did you mean "exclude"?'],
    [
      "a level",
      "json",
      '{ "rules": { "integrity/drift": "off" } }',
      'is "off"; expected "error", "warning" or "note".',
    ],
    ["a rule", "json", '{ "rules": { "integrity/drfit": "note" } }', 'Did you mean "integrity/drift"?'],
    [
      "a rule that cannot be lowered",
      "json",
      '{ "rules": { "manifest/missing": "note" } }',
      "means that something was not checked, so it cannot be lowered.",
    ],
    [
      "an exception without owner",
      "json",
      '{ "exceptions": [{ "rule": "integrity/drift", "reason": "x" }] }',
      "config.exceptions[0].owner is missing; expected a non-empty string.",
    ],
    [
      "an exception without reason",
      "json",
      '{ "exceptions": [{ "rule": "integrity/drift", "owner": "x" }] }',
      "config.exceptions[0].reason is missing",
    ],
    [
      "an exception with a blank owner",
      "json",
      '{ "exceptions": [{ "rule": "integrity/drift", "owner": " ", "reason": "x" }] }',
      'config.exceptions[0].owner is " "; expected a non-empty string.',
    ],
    [
      "an exception with a reason that says nothing",
      "json",
      '{ "exceptions": [{ "rule": "integrity/drift", "owner": "x", "reason": "\u200b-" }] }',
      "config.exceptions[0].reason is",
    ],
    [
      "a blank text elsewhere",
      "json",
      '{ "exclude": [" "] }',
      'config.exclude[0] is " "; expected a non-empty string.',
    ],
    ["a circle", "mjs", "const a = {};\na.exclude = [a];\nexport default a;", "config.exclude[0] holds itself"],
    ["a function in it", "mjs", "export default { base: () => 1 };", "config.base is a function; expected"],
    ["a bigint in it", "mjs", "export default { http: { timeout: 1n } };", "config.http.timeout is a bigint; expected"],
    ["a getter", "mjs", "export default { get base() { throw 1; } };", "config.base is a getter"],
    [
      "an exception for what was not checked",
      "json",
      '{ "exceptions": [{ "rule": "serve/unreachable", "owner": "x", "reason": "y" }] }',
      "cannot be excepted",
    ],
    [
      "a day that does not exist",
      "json",
      '{ "exceptions": [{ "rule": "integrity/drift", "owner": "x", "reason": "y", "until": "2027-02-30" }] }',
      "expected a day that exists",
    ],
    [
      "a URL",
      "json",
      '{ "targets": [{ "url": "ftp://a.example/x.json" }] }',
      'config.targets[0].url is "ftp://a.example/x.json"; expected an http or https URL.',
    ],
    ["an origin", "json", '{ "http": { "headers": { "https://a.example/path": {} } } }', "is not an origin"],
    ["a limit", "json", '{ "http": { "timeout": 0 } }', "config.http.timeout is 0; expected a number above 0."],
    [
      "in a module",
      "mjs",
      'import "node:fs";\nexport default {\n  base: "main",\n  exclude: [\n    "a",\n    1,\n  ],\n};',
      ":6:5: config.exclude[1] is 1;",
    ],
    [
      "in a constant of a module",
      "ts",
      "const config = {\n  base: 1,\n};\nexport default config satisfies object;",
      ":2:3: config.base is 1; expected a non-empty string.",
    ],
    ["in a CommonJS module", "js", "module.exports = {\n  base: 1 };", ":2:3: config.base is 1;"],
  ])("%s", async (_, ending, text, words) => {
    const [problem] = await problems(project({ [`fedseal.config.${ending}`]: text }));
    expect(problem).toMatch(/^config\/invalid at fedseal\.config\./);
    expect(problem).toContain(words);
  });

  test.each<[string, string, string]>([
    ["a Map in place of all", "new Map([['targets', ['a']]])", "config is a Map; expected plain data"],
    ["a Map", "{ rules: new Map([['integrity/drift', 'note']]) }", "config.rules is a Map; expected plain data"],
    ["a Map of headers", "{ http: { headers: new Map([['https://a.example', {}]]) } }", "config.http.headers is a Map"],
    ["a Set", "{ exclude: new Set(['a']) }", "config.exclude is a Set"],
    ["a Date", "{ exceptions: [{ until: new Date() }] }", "config.exceptions[0].until is a Date"],
    ["a RegExp", "{ http: /a/ }", "config.http is a RegExp"],
    ["a typed array", "{ rules: new Uint8Array(0) }", "config.rules is a typed array"],
    ["an instance", "new (class { targets = ['a'] })()", "config is an object of a class"],
    ["a text as an object", "{ base: new String('main') }", "config.base is an object of a class"],
    ["keys that are inherited", "Object.create({ targets: ['a'] })", "config is an object of a class"],
    [
      "keys in a chain without an end of its own",
      "{ http: Object.create(Object.create(null)) }",
      "config.http is an object of",
    ],
    [
      "a getter that lists do not show",
      "Object.defineProperty({}, 'base', { get: () => 'a' })",
      "config.base is a getter",
    ],
    ["a proxy that throws", "{ rules: new Proxy({}, { ownKeys() { throw 1; } }) }", "config.rules is a proxy"],
    ["a proxy that does not", "{ rules: new Proxy({}, {}) }", "config.rules is a proxy"],
    ["a proxy of a list", "{ exclude: new Proxy([], {}) }", "config.exclude is a proxy"],
  ])("%s is no plain data", async (_, value, words) => {
    const [problem, ...more] = await problems(project({ "fedseal.config.mjs": `export default ${value};` }));
    expect(more).toEqual([]);
    expect(problem).toMatch(/^config\/invalid at fedseal\.config\./);
    expect(problem).toContain(words);
  });

  test.each([
    [
      "of another realm",
      'import { runInNewContext } from "node:vm";\nexport default runInNewContext("({ exclude: [\'a\'] })");',
    ],
    ["without a prototype", "export default Object.assign(Object.create(null), { exclude: ['a'] });"],
  ])("an object %s is plain data", async (_, text) => {
    expect(await problems(project({ "fedseal.config.mjs": text }))).toEqual([]);
  });

  test.each([
    ["a proxy in place of all", "export default new Proxy({}, { get() { throw { toString() { throw 1; } }; } });"],
    ["a thrown value without a text", "throw { toString() { throw 1; } };"],
    ["a thrown object without a prototype", "throw Object.create(null);"],
    ["a thrown proxy", "throw new Proxy({}, { getPrototypeOf() { throw 1; } });"],
    ["an error whose message throws", "throw Object.defineProperty(new Error(), 'message', { get() { throw 1; } });"],
    ["an error whose message is no text", "throw Object.defineProperty(new Error(), 'message', { value: 1 });"],
  ])("%s is the author's mistake, and no bug of ours", async (_, text) => {
    const [problem, ...more] = await problems(project({ "fedseal.config.mjs": text }));
    expect(more).toEqual([]);
    expect(problem).toMatch(/^config\/(?:unreadable|invalid) at fedseal\.config\./);
  });

  test("several mistakes are several findings", async () => {
    const dir = project({ "fedseal.config.json": '{\n  "bas": "a",\n  "include": 1,\n  "rules": []\n}' });
    expect((await problems(dir)).map((one) => one.split(":").slice(1, 3).join(":"))).toEqual(["2:3", "3:3", "4:3"]);
  });
});
