// The platform with two pods, a Redis that things happen to, and people who are signed in.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "../examples/platform/start/free-port.js";
import { ORGANIZATIONS } from "../examples/platform/start/people.js";
import { startPlatform } from "../examples/platform/start/start.js";
import { redis as redisProgram } from "../scripts/servers.mjs";
import { signIn } from "./platform-sign-in.mjs";

/** Redis is asked again within this time, after it was away. */
const RECOVERY = 4_000;
/** Enough that nobody asks more often than a person may. */
const PEOPLE = 100;

export async function startPlace({ out, rows }) {
  const redis = await startRedis();
  // In a process of its own, so that what else is measured does not slow it down.
  const proxy = await startChild("platform-proxy.mjs", { port: redis.port });
  const folder = join(out, "platform");
  const running = await startPlatform({ folder, pods: 2, redis: proxy.first.url, rows, say: console.error });
  const state = await running.store.read();
  const client = await startChild("platform-client.mjs", {
    origin: running.addresses.bff,
    apis: running.settings.apis,
  });
  const place = {
    platform: running,
    client,
    /** Names of people; each belongs to one of two organizations. */
    names: Array.from({ length: PEOPLE }, (_, index) => `person-${index}`),
    cookies: new Map(),
    states: statesOf({ redis, proxy, store: running.store, state }),
    /** Signs everybody in, anew; a session ends after five minutes. */
    async signInAll() {
      for (const name of place.names) place.cookies.set(name, await signInAs(running, name));
      return [...place.cookies.values()];
    },
    async stop() {
      await client.stop();
      await running.stop();
      await proxy.stop();
      await redis.kill();
    },
  };
  for (const [index, name] of place.names.entries()) {
    running.directory.addPerson({ name, password: name });
    const { id } = ORGANIZATIONS[index % 2];
    running.directory.accept(running.directory.invite(id, `${name}@example.com`), name);
  }
  return place;
}

export function signInAs({ addresses }, name) {
  return signIn(addresses.bff, { name, password: name });
}

/** What may happen to Redis: how it begins, and how all is as before. */
function statesOf({ redis, proxy, store, state }) {
  const direct = async (...command) => {
    const connection = new Redis(redis.port);
    await connection.call(...command);
    connection.disconnect();
  };
  const nothing = async () => {};
  const recovered = () => sleep(RECOVERY);
  return [
    { name: "Redis up", begin: nothing, end: nothing },
    {
      name: "killed",
      begin: () => redis.kill(),
      end: async () => {
        await redis.run();
        await recovered();
        await store.create(state, { who: "the benchmark", why: "Redis is empty" });
        await recovered();
      },
    },
    {
      name: "frozen",
      begin: async () => redis.signal("SIGSTOP"),
      end: () => {
        redis.signal("SIGCONT");
        return recovered();
      },
    },
    {
      name: "slow (100 ms each way)",
      begin: () => proxy.ask({ milliseconds: 100 }),
      end: async () => {
        await proxy.ask({ milliseconds: 0 });
        await recovered();
      },
    },
    {
      name: "full",
      begin: () => direct("CONFIG", "SET", "maxmemory", "1"),
      end: async () => {
        await direct("CONFIG", "SET", "maxmemory", "0");
        await recovered();
      },
    },
  ];
}

async function startRedis() {
  const program = redisProgram();
  const port = await freePort();
  let child;
  const self = {
    port,
    signal: (name) => child.kill(name),
    async run() {
      const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
      let printed = "";
      for await (const text of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
        printed += text;
        if (printed.includes("Ready to accept connections")) break;
      }
      child.stdout.resume();
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
  await self.run();
  return self;
}

/** A process that answers one message after the other. */
export async function startChild(script, settings) {
  const child = fork(join(import.meta.dirname, script), { stdio: "inherit" });
  const ended = once(child, "exit").then(() => ({ error: `${script} ended` }));
  const ask = async (message) => {
    const answer = once(child, "message").then(([value]) => value);
    child.send(message);
    const value = await Promise.race([answer, ended]);
    if (value.error !== undefined) throw new Error(value.error);
    return value;
  };
  const first = await ask(settings);
  return {
    first,
    ask,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

export function folderIn(out, name) {
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
