import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { freePort } from "../../examples/platform/start/free-port.js";
import { RedisServer } from "../fastify/redis.ts";

/** `npm run platform`, as people and scripts use it. */

const PLATFORM = join(import.meta.dirname, "../../examples/platform/platform.js");
const folders: string[] = [];
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

function start(...args: string[]): ChildProcess {
  const folder = mkdtempSync(join(tmpdir(), "fedseal-command-"));
  folders.push(folder);
  return spawn(process.execPath, [PLATFORM, "--rows", "1000", "--folder", folder, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The processes that a process has started, and theirs. */
function below(pid: number): number[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const parents = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const own = parents.filter(([, parent]) => parent === pid).map(([child]) => child as number);
  return own.flatMap((child) => [child, ...below(child)]);
}

/** What a start says that fails, without a stack. */
async function failed(...args: string[]): Promise<string> {
  const child = start(...args);
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  const [code] = await once(child, "close");
  expect(code).toBe(1);
  expect(text).not.toMatch(/^\s+at /m);
  return text;
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const part of child.stdout?.setEncoding("utf8").iterator({ destroyOnReturn: false }) ?? []) {
    text += part;
    if (text.includes("\n")) return text;
  }
  throw new Error(`it ended without a line: ${text}`);
}

test.each([
  ["one pod", []],
  ["two pods and a Redis of its own", ["--pods", "2"]],
])("%s: one line of JSON when everything is up, and nothing is left when it ends", async (_, args) => {
  const child = start("--json", ...args);
  const ended = once(child, "exit");
  const line = await firstLine(child);
  expect(line.trim().split("\n")).toHaveLength(1);
  const { shell, bff, issuer, apis, users, redis } = JSON.parse(line);
  for (const url of [shell, bff, issuer, apis.oltp, apis.analytics]) expect(URL.canParse(url)).toBe(true);
  expect(users).toContainEqual({ name: "alice", org: "org_acme", password: expect.stringMatching(/.{12}/) });
  expect(redis === null).toBe(args.length === 0);
  const page = await fetch(`${shell}/`, { redirect: "manual" });
  expect([page.status, page.headers.get("location")]).toEqual([303, "/login?return=%2F"]);
  expect((await fetch(`${apis.oltp}/health`)).status).toBe(200);
  const started = below(child.pid as number);
  expect(started.length).toBe(args.length === 0 ? 1 : 3);
  child.kill("SIGTERM");
  expect(await ended).toEqual([143, null]);
  for (const pid of started) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
});

test("a pod that is killed is replaced", async () => {
  const child = start("--json");
  const ended = once(child, "exit");
  const { shell } = JSON.parse(await firstLine(child));
  const [pod] = below(child.pid as number);
  let told = "";
  child.stderr?.setEncoding("utf8").on("data", (part) => {
    told += part;
  });
  process.kill(pod as number, "SIGKILL");
  const answers = () =>
    fetch(`${shell}/`, { redirect: "manual", signal: AbortSignal.timeout(2_000) }).then(
      ({ status }) => status === 303,
      () => false,
    );
  for (let look = 0; look < 200 && !(await answers()); look++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await answers()).toBe(true);
  expect(told).toContain("A pod of the server ended with SIGKILL; another one is started.");
  child.kill("SIGTERM");
  expect(await ended).toEqual([143, null]);
});

describe("what cannot be used", () => {
  test.each([
    [["--pods", "0"], /--pods.*whole number from 1/],
    [["--rows", "many"], /--rows.*whole number from 1/],
    [["--podds", "2"], /unknown option '--podds'[\s\S]*--pods/],
    [["--redis", "http://127.0.0.1"], /--redis.*redis:/],
    [["--once", "--json"], /--once.*--json|--json.*--once/],
  ])("%j", async (args, words) => {
    const child = start(...args);
    let text = "";
    child.stderr?.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(text).toMatch(words);
  });

  test("a folder from which a platform runs, and a Redis that has a state", async () => {
    const redis = await RedisServer.start();
    const port = String(await freePort());
    const first = start("--json", "--redis", redis.url, "--port", port);
    try {
      const { shell } = JSON.parse(await firstLine(first));
      expect(shell).toBe(`http://localhost:${port}`);
      const folder = folders.at(-1) as string;
      expect(await failed("--folder", folder)).toMatch(
        /a platform runs from .*; end it, or give this one another folder/,
      );
      expect(await failed("--redis", redis.url)).toMatch(
        /has a state of rollouts already; delete the keys `fedseal:roll/,
      );
      expect((await fetch(`${shell}/`, { redirect: "manual" })).status).toBe(303);
    } finally {
      first.kill("SIGTERM");
      await once(first, "exit");
      await redis.kill();
    }
  });

  test("a folder with somebody's files, which stay", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fedseal-command-"));
    folders.push(folder);
    writeFileSync(join(folder, "letter.txt"), "dear");
    const child = start("--folder", folder);
    let text = "";
    child.stderr?.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(text).toMatch(/has files that are not of this platform/);
    expect(readdirSync(folder)).toEqual(["letter.txt"]);
  });
});
