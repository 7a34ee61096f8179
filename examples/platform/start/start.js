import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileStore, isProblem, redisStore } from "@fedseal/fastify";
import { startAnalytics } from "../apis/analytics/analytics.js";
import { startCatalog } from "../apis/catalog/catalog.js";
import { build } from "../build/build.js";
import { startIdentity } from "../identity/identity.js";
import shell from "../shell/rspack.config.js";
import { startCdn } from "./cdn.js";
import { freePort } from "./free-port.js";
import { ORGANIZATIONS, people } from "./people.js";
import { startPods } from "./pods.js";
import { newTeamKey, publish } from "./publish.js";

const AUDIENCES = {
  bff: "https://bff.example.com",
  admin: "https://catalog.example.com",
  reports: "https://analytics.example.com",
};
const CATALOG = ["read:catalog", "write:catalog"];
const ANALYTICS = ["read:analytics"];
const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

/** What is released at the start: everything is stable, and the newer admin is a canary that nobody gets yet. */
const RELEASES = [
  { remote: "admin", release: "1.0.0" },
  { remote: "admin", release: "1.1.0", canary: true },
  { remote: "reports", release: "1.0.0" },
  { remote: "design_system", release: "1.0.0" },
];

/**
 * Builds and starts all of the platform on free ports of this machine.
 *
 * @param {{ folder: string, pods?: number, redis?: string, rows?: number, gate?: object, port?: number, say?: (line: string) => void }} options
 *   `folder` is emptied; `rows`: of the analytics data
 */
export async function startPlatform({
  folder,
  pods = 1,
  redis,
  rows = 1_000_000,
  gate = {},
  port,
  say = () => undefined,
}) {
  const stops = [];
  const stop = async () => {
    const errors = [];
    // One that does not end leaves none of the others running.
    for (const one of stops.splice(0).reverse())
      await Promise.resolve()
        .then(one)
        .catch((error) => errors.push(error));
    if (errors.length > 0) throw new AggregateError(errors, "not everything ended well");
  };
  try {
    return { ...(await startAll({ folder, pods, redis, rows, gate, port, say, stops })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll({ folder, pods, redis, rows, gate, port: given, say, stops }) {
  if (redis !== undefined) await refuseState(redis);
  await empty(folder);
  const released = join(folder, "cdn");
  await mkdir(released, { recursive: true });

  const { url: cdnUrl, stop: stopCdn } = await startCdn({ folder: released });
  stops.push(stopCdn);
  const cdn = { url: cdnUrl, folder: released };
  say("building the shell and its remotes");
  await build(shell({ out: join(folder, "shell") }));
  const keys = {};
  const remotes = {};
  for (const { remote, release, canary = false } of RELEASES) {
    keys[remote] ??= await newTeamKey(join(folder, "keys", remote));
    const built = await publish({ remote, release, cdn, key: keys[remote].secret });
    remotes[remote] = canary ? { ...remotes[remote], canary: { ...built, percent: 0 } } : { stable: built };
  }
  const rollouts = join(folder, "rollouts.json");
  const store = await firstState({ path: rollouts, redis, state: { seq: 1, remotes } });
  if (store.close) stops.push(() => store.close());

  say("starting identity, APIs and server");
  // Before the server is there: its address is part of what the issuer allows.
  const port = given ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const clientSecret = randomBytes(24).toString("base64url");
  const { directory, users } = people();
  const identity = await startIdentity({
    directory,
    apis: [
      { audience: AUDIENCES.bff, scopes: ["platform"], subjectOf: ["bff"] },
      { audience: AUDIENCES.admin, scopes: CATALOG },
      { audience: AUDIENCES.reports, scopes: ANALYTICS },
    ],
    clients: [
      {
        client_id: "bff",
        client_secret: clientSecret,
        redirect_uris: [`${origin}/callback`],
        post_logout_redirect_uris: [`${origin}/`],
        grant_types: ["authorization_code", EXCHANGE],
      },
    ],
  });
  const stopIdentity = onlyOnce(identity.stop);
  stops.push(stopIdentity);
  const { issuer } = identity;
  const catalog = await startCatalog({ issuer, audience: AUDIENCES.admin, origin, database: ":memory:" });
  stops.push(catalog.close);
  const analytics = await startAnalytics({
    issuer,
    audience: AUDIENCES.reports,
    origin,
    organizations: ORGANIZATIONS.map(({ id }) => id),
    rows,
  });
  stops.push(analytics.close);

  const settings = {
    port,
    issuer,
    clientId: "bff",
    clientSecret,
    origin,
    audience: AUDIENCES.bff,
    key: randomBytes(32).toString("base64url"),
    targets: {
      admin: { audience: AUDIENCES.admin, scopes: CATALOG },
      reports: { audience: AUDIENCES.reports, scopes: ANALYTICS },
      // A second API of a remote: what it reads there, and less than the remote whose API it is.
      "reports:catalog": { audience: AUDIENCES.admin, scopes: ["read:catalog"] },
    },
    apis: { admin: catalog.url, reports: analytics.url, "reports:catalog": catalog.url },
    keys: Object.fromEntries(Object.entries(keys).map(([remote, { open }]) => [remote, [open]])),
    rollouts,
    gate,
    shell: join(folder, "shell"),
    ...(redis !== undefined && { redis }),
  };
  const running = await startPods({ count: pods, settings });
  stops.push(running.stop);
  return {
    /** What `--json` prints. */
    addresses: {
      shell: origin,
      bff: origin,
      issuer,
      apis: { oltp: catalog.url, analytics: analytics.url },
      users,
      redis: redis ?? null,
    },
    cdn,
    directory,
    keys,
    store,
    stopIdentity,
    rotateKeys: identity.rotate,
    /** What each of the pods was given, secrets and all. */
    settings,
    pods: running.pids,
    memory: running.memory,
  };
}

/** What says that a folder was made here, and by which process. */
const MARK = ".platform";

/** Makes a folder, or empties one that was made here before. Anybody else's is left as it is. */
async function empty(folder) {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (names.length > 0 && !names.includes(MARK)) {
    throw new Error(`${folder} has files that are not of this platform; name another folder, or empty it`);
  }
  if (names.includes(MARK) && isThere(Number(await readFile(join(folder, MARK), "utf8")))) {
    throw new Error(`a platform runs from ${folder}; end it, or give this one another folder by --folder`);
  }
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
  await writeFile(join(folder, MARK), String(process.pid));
}

function isThere(pid) {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

/** A Redis that was used before has a state of releases that are gone. Said before anything is built. */
async function refuseState(redis) {
  const store = redisStore({ redis });
  try {
    await store.read();
  } catch (error) {
    if (isProblem(error) && error.cause instanceof TypeError) return;
    throw error;
  } finally {
    await store.close();
  }
  throw new Error(
    `${redis} has a state of rollouts already; delete the keys \`fedseal:rollouts\` and \`{fedseal:rollouts}:audit\` there, or use another one`,
  );
}

/** Where the state of rollouts is: in a file, or where all pods have it. */
async function firstState({ path, redis, state }) {
  if (redis !== undefined) {
    const store = redisStore({ redis });
    await store.create(state, { who: "platform", why: "the first releases" });
    return store;
  }
  await writeFile(path, `${JSON.stringify(state, null, 2)}\n`);
  return fileStore(path);
}

function onlyOnce(work) {
  let begun;
  return () => {
    begun ??= work();
    return begun;
  };
}
