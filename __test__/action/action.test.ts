import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fedseal, output } from "../commands/fedseal.ts";
import { type Comment, restApi, TOKEN } from "./rest-api.ts";

/** The step of `action.yml`, run with the variables and files of a runner. */

const root = join(import.meta.dirname, "../..");
const action = parse(readFileSync(join(root, "action.yml"), "utf8"));
const [step] = action.runs.steps;

const scratch: string[] = [];
afterAll(() => {
  for (const one of scratch) rmSync(one, { recursive: true, force: true });
});

/** A project with a sealed folder, in which one file is another after sealing if it is to be found. */
function project(broken: boolean): string {
  const { dir, dist } = output();
  const sealed = fedseal(dir, "seal", "dist");
  if (sealed.status !== 0) throw new Error(sealed.stdout);
  writeFileSync(join(dir, "package.json"), "{}");
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"), "junction");
  if (broken) writeFileSync(join(dist, "remoteEntry.js"), "other");
  return dir;
}

interface Run {
  dir: string;
  api?: string;
  event?: unknown;
  inputs?: Record<string, string>;
  env?: Record<string, string>;
}

const PULL_REQUEST = { action: "synchronize", pull_request: { number: 7 } };

/** Runs the step as the runner does: each input is a variable, its default where the workflow gives none. */
async function run({ dir, api = "http://127.0.0.1:9", event = PULL_REQUEST, inputs = {}, env = {} }: Run) {
  const runner = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-runner-")));
  scratch.push(runner);
  const file = (name: string, text = "") => {
    writeFileSync(join(runner, name), text);
    return join(runner, name);
  };
  const given: Record<string, string> = { token: TOKEN, ...inputs };
  const variables = Object.fromEntries(
    Object.entries<string>(step.env).map(([variable, value]) => {
      const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? "";
      return [variable, given[name] ?? String(action.inputs[name].default)];
    }),
  );
  const summary = file("summary");
  const outputs = file("output");
  mkdirSync(join(runner, "temp"));
  const child = spawn("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", file("step.sh", step.run)], {
    cwd: dir,
    env: {
      ...process.env,
      NO_COLOR: "1",
      GITHUB_ACTION_PATH: root,
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: api,
      GITHUB_EVENT_PATH: file("event.json", JSON.stringify(event)),
      GITHUB_JOB: "check",
      GITHUB_OUTPUT: outputs,
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKFLOW: "fedseal",
      GITHUB_WORKSPACE: dir,
      RUNNER_TEMP: join(runner, "temp"),
      ...variables,
      ...env,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      log += part;
    });
  const [code] = await once(child, "close");
  const set = [...readFileSync(outputs, "utf8").matchAll(/^(\w+)<<(.+)\n([\s\S]*?)\n\2$/gm)];
  return {
    code,
    log,
    summary: readFileSync(summary, "utf8"),
    outputs: Object.fromEntries(set.map(([, name = "", , value = ""]) => [name, value])) as Record<string, string>,
  };
}

const other = (id: number): Comment => ({ id, body: "Looks good", user: { login: "ann", type: "User" } });

describe("what a run leaves", () => {
  test("a finding is red: annotation, summary, reports, comment", async () => {
    const api = await restApi();
    const { code, log, summary, outputs } = await run({ dir: project(true), api: api.url });
    expect(code).toBe(1);
    expect(log).toMatch(
      /^::error file=dist\/mf-manifest\.json,line=\d+,col=\d+,title=integrity\/drift::remoteEntry\.js /m,
    );
    expect(summary).toContain("#### `integrity/drift`");
    expect(outputs.result).toBe("failed");
    expect(JSON.parse(readFileSync(outputs.json ?? "", "utf8")).findings[0].rule).toBe("integrity/drift");
    expect(JSON.parse(readFileSync(outputs.sarif ?? "", "utf8")).version).toBe("2.1.0");
    expect(readFileSync(outputs.markdown ?? "", "utf8")).toContain("integrity/drift");
    expect(api.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^<!-- fedseal-check [0-9a-f]{16} -->\n/),
    ]);
    expect(api.comments[0]?.body).toContain("integrity/drift");
  });

  test("nothing found is green", async () => {
    const api = await restApi();
    const { code, outputs, log } = await run({ dir: project(false), api: api.url });
    expect({ code, result: outputs.result }).toEqual({ code: 0, result: "passed" });
    expect(log).not.toContain("::error");
    expect(api.comments[0]?.body).toContain("nothing found");
  });

  test("inputs reach the command", async () => {
    const dir = project(false);
    mkdirSync(join(dir, "ci"));
    const exception = { rule: "integrity/drift", owner: "", reason: "none" };
    writeFileSync(join(dir, "ci/other.json"), JSON.stringify({ exceptions: [exception] }));
    const { code, log } = await run({ dir, inputs: { config: "ci/other.json", comment: "false" } });
    expect(code).toBe(2);
    expect(log).toContain("file=ci/other.json");
    const missing = await run({ dir, inputs: { targets: "dist\n  no such folder\n", comment: "false" } });
    expect(missing.code).toBe(2);
    expect(missing.log).toContain("no such folder");
    const base = await run({ dir, inputs: { base: "--no-such-ref", comment: "false" } });
    expect({ code: base.code, result: base.outputs.result }).toEqual({ code: 2, result: "unchecked" });
    expect(base.log).toContain("--no-such-ref is neither a git ref nor a folder nor a URL");
  });
});

describe("one comment per pull request", () => {
  test("the next run updates it, wherever in the list it is", async () => {
    const api = await restApi(Array.from({ length: 250 }, (_, index) => other(index)));
    const dir = project(true);
    await run({ dir, api: api.url });
    expect(api.comments).toHaveLength(251);
    api.calls.length = 0;
    writeFileSync(join(dir, "dist/remoteEntry.js"), "entry");
    await run({ dir, api: api.url });
    expect(api.comments).toHaveLength(251);
    expect(api.comments.at(-1)?.body).toContain("nothing found");
    expect(api.calls.filter((one) => one.startsWith("GET /repos"))).toHaveLength(3);
    expect(api.calls.at(-1)).toBe("PATCH /repos/acme/shop/issues/comments/1250");
  });

  test("another job has a comment of its own", async () => {
    const api = await restApi();
    const dir = project(false);
    await run({ dir, api: api.url });
    await run({ dir, api: api.url, env: { GITHUB_JOB: "other" } });
    await run({ dir, api: api.url });
    expect(api.comments).toHaveLength(2);
  });

  test("a marker that somebody else wrote is not taken for it", async () => {
    const first = await restApi();
    const dir = project(false);
    await run({ dir, api: first.url });
    const forged = { ...other(1), body: first.comments[0]?.body ?? "" };
    const api = await restApi([forged]);
    await run({ dir, api: api.url });
    expect(api.comments).toHaveLength(2);
    expect(api.calls.some((one) => one.startsWith("PATCH"))).toBe(false);
  });

  test("a push has no pull request", async () => {
    const api = await restApi();
    const { code, log } = await run({ dir: project(false), api: api.url, event: { ref: "refs/heads/main" } });
    expect({ code, calls: api.calls, log: log.trim() }).toEqual({ code: 0, calls: [], log: "" });
  });

  test("a report of any length becomes a comment", async () => {
    const api = await restApi();
    const dir = project(true);
    for (let file = 0; file < 2_000; file++)
      writeFileSync(join(dir, `dist/unlisted-${"ü".repeat(30)}-${file}.js`), "x");
    const { log } = await run({ dir, api: api.url });
    expect(log).not.toContain("did not comment");
    expect(api.comments[0]?.body).toContain("The report is longer.");
    const { body = "" } = api.comments[0] ?? {};
    expect(body.split("<details>").length).toBe(body.split("</details>").length);
  });
});

describe("what a comment meets does not change the result", () => {
  test("no token, as a fork without one", async () => {
    const api = await restApi();
    const { code, log } = await run({ dir: project(true), api: api.url, inputs: { token: "" } });
    expect({ code, calls: api.calls }).toEqual({ code: 1, calls: [] });
    expect(log).toContain("::notice title=fedseal::fedseal did not comment: there is no token.");
  });

  test("a token that may only read, as in pull requests of forks", async () => {
    const api = await restApi();
    api.instead.set("POST", { status: 403 });
    const { code, log } = await run({ dir: project(true), api: api.url });
    expect(code).toBe(1);
    expect(log).toMatch(/^::notice .*POST \S+\/issues\/7\/comments answers 403.*pull-requests: write/m);
  });

  test.each([
    ["an error of the server", { status: 502 }, "answers 502"],
    ["a redirect", { status: 302, headers: { location: "http://127.0.0.1:9/" } }, "answers 302"],
    ["no JSON", { status: 200, body: "<html>" }, "something else than JSON"],
    ["no list", { status: 200, body: "{}" }, "something else than a list"],
  ])("%s", async (_name, answer, words) => {
    const api = await restApi();
    api.instead.set("GET", answer);
    const { code, log } = await run({ dir: project(false), api: api.url });
    expect(code).toBe(0);
    expect(log).toMatch(/^::warning title=fedseal::fedseal did not comment/m);
    expect(log).toContain(words);
  });

  test("the token does not follow the list to another server", async () => {
    const api = await restApi();
    const elsewhere = await restApi();
    api.instead.set("GET", { status: 200, body: "[]", headers: { link: `<${elsewhere.url}/x>; rel="next"` } });
    const { log } = await run({ dir: project(false), api: api.url });
    expect(log).toContain("goes on at another server");
    expect(elsewhere.calls).toEqual([]);
  });

  test("a server that does not answer at all", async () => {
    const { code, log } = await run({ dir: project(false) });
    expect(code).toBe(0);
    expect(log).toContain("::warning title=fedseal::fedseal did not comment: GET http://127.0.0.1:9/user failed");
  });
});

describe("what was not checked is red", () => {
  test("fedseal is not installed", async () => {
    const dir = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-empty-")));
    scratch.push(dir);
    const { code, log, summary, outputs } = await run({ dir, inputs: { comment: "false" } });
    expect(code).toBe(2);
    expect(log).toContain("::error title=fedseal::fedseal is not installed in .");
    expect(summary).toContain("Nothing was checked.");
    expect(outputs).toEqual({ result: "unchecked", json: "", sarif: "", markdown: "" });
  });

  test("a folder that is not there, an input that is wrong", async () => {
    const dir = project(false);
    expect(await run({ dir, inputs: { "working-directory": "nowhere" } })).toMatchObject({
      code: 2,
      log: expect.stringContaining("There is no folder nowhere."),
    });
    expect(await run({ dir, inputs: { comment: "maybe" } })).toMatchObject({
      code: 2,
      outputs: { result: "unchecked" },
      log: expect.stringContaining('The input comment is "maybe"; expected "true" or "false".'),
    });
  });
});

test("the command does not get the token", async () => {
  const dir = project(false);
  writeFileSync(
    join(dir, "fedseal.config.mjs"),
    `export default Object.values(process.env).includes(${JSON.stringify(TOKEN)}) ? 1 : {};`,
  );
  expect((await run({ dir, inputs: { comment: "false" } })).code).toBe(0);
});

test("every input and output is documented", () => {
  const page = readFileSync(join(root, "docs/reference/action.md"), "utf8");
  for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
    expect(page).toContain(`\`${name}\``);
});
