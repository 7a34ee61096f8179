import assert from "node:assert/strict";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import { publish } from "../start/publish.js";
import { signIn } from "./browser.js";

/**
 * What happens on the platform, in this order: each scene begins with what the one before left.
 *
 * @typedef {{ platform: Awaited<ReturnType<typeof import("../start/start.js").startPlatform>>,
 *   browser: import("playwright-core").Browser, pages: Record<string, import("playwright-core").Page> }} Stage
 * @type {[string, (stage: Stage) => Promise<void>][]}
 */
export const SCENES = [
  ["alice signs in, and nothing of her token is where a script can read it", aliceSignsIn],
  ["the admin remote runs in her page, signed and sealed, and writes through its own API", productsAreWritten],
  [
    "bob, of another organization, sees its figures, and has neither the page nor the token of the admin remote",
    bobIsElsewhere,
  ],
  ["dave is invited, signs in, and is entitled before anything of a remote is loaded", daveIsInvited],
  ["olga widens the canary: new pages get it, the open one keeps what it has", canaryIsWidened],
  ["a byte of the canary is changed on its server: nothing of it runs", byteIsChanged],
  ["a chunk of the release is gone: alice is told, and goes on when it is back", chunkIsGone],
  [
    "an expose was renamed without a check of contracts: the load fails, with the rule that would have said so",
    exposeIsRenamed,
  ],
  ["the canary fails for everybody: its gate stops it, and pages get the stable release again", gateStops],
  ["olga stops a canary by hand", killSwitch],
  ["somebody else signs in in another tab: the open page is told, and gets nothing of theirs", otherTab],
  ["alice signs out, and has to say her password again", signsOut],
  ["the identity provider is gone: who is signed in goes on, and is told what cannot be had", identityIsGone],
];

/** The text of the page's main part, when it has an element. */
async function shown(page, selector) {
  try {
    await page.locator(selector).first().waitFor({ timeout: 20_000 });
  } catch (cause) {
    const text = await page.locator("body").textContent();
    throw new Error(`${page.url()} has no ${selector}; it shows: ${text}\n${page.told.slice(-3).join("\n")}`, {
      cause,
    });
  }
  return page.locator("main").textContent();
}

function userOf({ platform }, name) {
  return platform.addresses.users.find((user) => user.name === name);
}

async function open(stage, name, path) {
  stage.pages[name] ??= await signIn(stage.browser, {
    shell: stage.platform.addresses.shell,
    user: userOf(stage, name),
  });
  const page = stage.pages[name];
  await page.waitForURL(`${stage.platform.addresses.shell}/**`);
  await page.goto(`${stage.platform.addresses.shell}${path}`);
  return page;
}

/** What the page's own server answers, as a script of the page sees it. */
function ask(page, path, body) {
  return page.evaluate(
    async ([path, body]) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(path, body ? { method: "POST", headers, body: JSON.stringify(body) } : {});
      const text = await response.text();
      const headersOf = Object.fromEntries(response.headers);
      return { status: response.status, headers: headersOf, body: text === "" ? undefined : JSON.parse(text) };
    },
    [path, body],
  );
}

/** Asks until the answer is as wanted; events of pages come in batches. */
async function until(look, what) {
  for (let attempt = 0; attempt < 60; attempt++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`it did not happen in time: ${what}`);
}

async function loadsOf(stage, wanted) {
  const { body } = await ask(await operator(stage), "/api/platform/rollouts");
  return body.loads.find((row) => Object.entries(wanted).every(([key, value]) => row[key] === value));
}

async function operator(stage) {
  return stage.pages.olga ?? open(stage, "olga", "/platform/releases");
}

async function move(stage, remote, action, percent) {
  const why = `the story: ${action}`;
  const { status, body } = await ask(await operator(stage), `/api/platform/rollouts/${remote}`, {
    action,
    percent,
    why,
  });
  assert.equal(status, 200, JSON.stringify(body));
  await settled(stage);
}

/** In Redis, each process looks once a second whether another one changed the state of rollouts. */
async function settled({ platform: { addresses } }) {
  if (addresses.redis !== null) await new Promise((resolve) => setTimeout(resolve, 1_500));
}

/** Files of a release of the admin remote, where the CDN has them. */
async function scriptsOf({ platform }, release) {
  const folder = join(platform.cdn.folder, "admin", release, "static");
  return (await readdir(folder)).filter((name) => name.endsWith(".js")).map((name) => join(folder, name));
}

async function aliceSignsIn(stage) {
  const page = await open(stage, "alice", "/");
  const text = await shown(page, "[data-testid=overview] dd");
  assert.match(text, /Best seller/);
  const { body, headers } = await ask(page, "/api/platform/session");
  assert.deepEqual([body.sub, body.orgId], ["alice", "org_acme"]);
  for (const one of ["admin", "reports"]) assert.ok(body.entitlements.includes(one));
  assert.equal(headers["cache-control"], "private, no-store");
  const reach = await page.evaluate(() => [document.cookie, location.href, { ...localStorage }, { ...sessionStorage }]);
  assert.doesNotMatch(JSON.stringify(reach), /eyJ/);
  // What keeps its name may change; the scripts' names have a hash.
  const kept = (path) => page.evaluate(async (one) => (await fetch(one)).headers.get("cache-control"), path);
  const script = await page.locator("script[src]").getAttribute("src");
  assert.equal(await kept(script), "public, max-age=31536000, immutable");
  assert.equal(await kept("/static/icon.svg"), "public, max-age=3600");
  const cookies = await page.context().cookies(stage.platform.addresses.shell);
  const session = cookies.find(({ name }) => name === "__Host-session");
  assert.deepEqual([session.httpOnly, session.secure, session.sameSite], [true, true, "Lax"]);
  assert.deepEqual(page.told, []);
}

async function productsAreWritten(stage) {
  const page = await open(stage, "alice", "/admin");
  assert.match(await shown(page, ".products form"), /admin 1\.0\.0 \(stable\)/);
  await page.getByLabel("Product").fill("Lamp");
  await page.getByLabel("Price in €").fill("19.90");
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("listitem").filter({ hasText: "Lamp" }).waitFor();
  assert.deepEqual(page.told, []);
  await until(() => loadsOf(stage, { remote: "admin", release: "1.0.0", org: "org_acme" }), "the load is counted");
}

async function bobIsElsewhere(stage) {
  const page = await open(stage, "bob", "/reports?by=country");
  assert.match(await shown(page, ".revenue tbody tr"), /DE/);
  // Its second API, by a client of its own and a token that may only read.
  assert.match(await shown(page, ".revenue ul, .revenue p:last-child"), /No products yet/);
  const { body: second } = await ask(page, "/api/platform/token/reports%3Acatalog", {});
  assert.deepEqual(second.scopes, ["read:catalog"]);
  const { body: settings } = await ask(page, "/api/platform/settings");
  assert.deepEqual(Object.keys(settings.apis), ["reports", "reports:catalog"]);
  assert.deepEqual(Object.keys(settings.keys).sort(), ["design_system", "reports"]);
  const { body } = await ask(page, "/api/overview");
  assert.deepEqual([body.orgId, body.products], ["org_globex", 0]);
  await page.goto(`${stage.platform.addresses.shell}/admin`);
  assert.match(await shown(page, "[role=alert]"), /does not have “admin”/);
  const { status, body: problem } = await ask(page, "/api/platform/token/admin", {});
  assert.deepEqual([status, problem.code], [403, "ERR_PLATFORM_NOT_ENTITLED"]);
  assert.equal((await ask(page, "/api/platform/rollouts")).status, 403);
}

async function daveIsInvited(stage) {
  const { platform, browser } = stage;
  const ticket = platform.directory.invite("org_globex", "dave@example.com");
  const path = `/login?invitation=${ticket}&return=${encodeURIComponent("/reports")}`;
  const page = await signIn(browser, { shell: platform.addresses.shell, user: userOf(stage, "dave"), path });
  stage.pages.dave = page;
  assert.match(await shown(page, ".revenue tbody tr"), /reports 1\.0\.0/);
  const { body } = await ask(page, "/api/platform/session");
  assert.equal(body.orgId, "org_globex");
  assert.ok(body.entitlements.includes("reports"));
  const answered = page.answered.findIndex((url) => url.endsWith("/api/platform/session"));
  const asked = page.answered.findIndex((url) => url.startsWith(platform.cdn.url));
  assert.ok(answered >= 0 && answered < asked, "the session was there before the first file of a remote");
}

async function canaryIsWidened(stage) {
  const alice = stage.pages.alice;
  await move(stage, "admin", "widen", 100);
  const carol = await open(stage, "carol", "/admin");
  assert.match(await shown(carol, ".products form"), /admin 1\.1\.0 \(canary\)/);
  // Elsewhere in the same page and back: its set is for its life.
  await alice.getByRole("link", { name: "Home" }).click();
  await alice.getByRole("link", { name: "Products" }).click();
  assert.match(await shown(alice, ".products form"), /admin 1\.0\.0 \(stable\)/);
  await alice.reload();
  assert.match(await shown(alice, ".products form"), /admin 1\.1\.0 \(canary\)/);
}

async function byteIsChanged(stage) {
  const scripts = await scriptsOf(stage, "1.1.0");
  const originals = await Promise.all(scripts.map((path) => readFile(path)));
  const changed = (bytes) => Buffer.concat([Buffer.from("globalThis.stolen=1;"), bytes]);
  await Promise.all(scripts.map((path, index) => writeFile(path, changed(originals[index]))));
  try {
    const page = await open(stage, "carol", "/admin");
    // What the browser has kept is of the release; a new profile has nothing.
    await page.context().clearCookies();
    delete stage.pages.carol;
    const fresh = await open(stage, "carol", "/admin");
    assert.match(await shown(fresh, "[role=alert]"), /nothing of it ran/);
    assert.equal(await fresh.evaluate(() => globalThis.stolen), undefined);
    assert.match(fresh.told.join("\n"), /ERR_FEDSEAL_INTEGRITY_MISMATCH/);
    await until(async () => (await loadsOf(stage, { release: "1.1.0", org: "org_acme" }))?.refusals, "it is counted");
  } finally {
    await Promise.all(scripts.map((path, index) => writeFile(path, originals[index])));
  }
}

async function chunkIsGone(stage) {
  const page = stage.pages.carol;
  const scripts = await scriptsOf(stage, "1.1.0");
  delete stage.pages.carol;
  await Promise.all(scripts.map((path) => rename(path, `${path}.gone`)));
  const fresh = await open(stage, "carol", "/admin");
  try {
    await shown(fresh, "[role=alert]");
    await until(async () => (await loadsOf(stage, { release: "1.1.0", org: "org_acme" }))?.errors, "it is counted");
  } finally {
    await Promise.all(scripts.map((path) => rename(`${path}.gone`, path)));
  }
  await fresh.getByRole("button", { name: "Try again" }).click();
  assert.match(await shown(fresh, ".products form"), /admin 1\.1\.0/);
  await page.context().close();
}

/** Publishes a release of the admin remote, and gives it to everybody as a canary. */
async function release(stage, release, exposes) {
  const { cdn, keys, store } = stage.platform;
  const built = await publish({ remote: "admin", release, cdn, key: keys.admin.secret, ...(exposes && { exposes }) });
  await store.change({
    who: "the story",
    why: `${release} is released`,
    to: ({ remotes, ...state }) => {
      const { canary: _, ...admin } = remotes.admin;
      return { ...state, remotes: { ...remotes, admin: { ...admin, canary: { ...built, percent: 100 } } } };
    },
  });
  await settled(stage);
}

async function exposeIsRenamed(stage) {
  await release(stage, "1.2.0", { "./Items": "./src/Products.tsx" });
  const page = await open(stage, "carol", "/admin");
  assert.match(await shown(page, "[role=alert]"), /cannot be shown/);
  await until(
    async () => (await metrics(stage)).includes('error_type="contract/expose-removed"'),
    "the rule is counted",
  );
}

async function gateStops(stage) {
  let loads = 0;
  const isStopped = async () => (await stage.platform.store.read()).remotes.admin.canary.stopped;
  // Each load of a page fails; alice and carol open it until nobody gets it any more.
  while (!(await isStopped())) {
    assert.ok(loads < 200, "the canary was not stopped");
    for (const name of ["alice", "carol", "olga"]) {
      const page = await open(stage, name, "/admin");
      await shown(page, "[role=alert], .products form");
      loads += 1;
    }
    await ask(await operator(stage), "/api/platform/rollouts");
  }
  await settled(stage);
  const page = await open(stage, "alice", "/admin");
  assert.match(await shown(page, ".products form"), /admin 1\.0\.0 \(stable\)/);
  stage.note = `it took ${loads} loads by three people`;
}

async function killSwitch(stage) {
  const { store } = stage.platform;
  // One that nobody else has a reason to stop.
  await release(stage, "1.3.0");
  const before = await open(stage, "alice", "/admin");
  assert.match(await shown(before, ".products form"), /admin 1\.3\.0 \(canary\)/);
  const page = await open(stage, "olga", "/platform/releases");
  await page.locator("[data-remote=admin]").getByLabel("Why").fill("people call us");
  await page.locator("[data-remote=admin]").getByRole("button", { name: "Stop" }).click();
  await until(async () => (await store.read()).remotes.admin.canary.stopped, "the canary is stopped");
  await settled(stage);
  const alice = await open(stage, "alice", "/admin");
  assert.match(await shown(alice, ".products form"), /\(stable\)/);
}

async function otherTab(stage) {
  const { shell } = stage.platform.addresses;
  const page = await open(stage, "dave", "/reports");
  await shown(page, ".revenue tbody tr");
  const context = page.context();
  // The identity provider knows dave; as if it were another browser, but with the same cookies here.
  const other = await signIn(stage.browser, { shell, user: userOf(stage, "olga") });
  await shown(other, "[data-testid=overview] dd");
  await context.addCookies(await other.context().cookies(shell));
  await page.getByRole("link", { name: "Home" }).click();
  assert.match(await shown(page, "[role=alert]"), /signed in as somebody else since the page was opened/);
  const answer = await page.evaluate(async () => {
    const headers = { "content-type": "application/json", "x-platform-as": "org_globex%20dave" };
    const response = await fetch("/api/platform/token/reports", { method: "POST", body: "{}", headers });
    return [response.status, (await response.json()).code];
  });
  assert.deepEqual(answer, [409, "ERR_PLATFORM_OTHER_SESSION"]);
  await page.reload();
  await page.getByText("olga, org_platform").waitFor();
  await context.close();
  await other.context().close();
  delete stage.pages.dave;
}

async function signsOut(stage) {
  const page = await open(stage, "alice", "/");
  await shown(page, "[data-testid=overview] dd");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${stage.platform.addresses.issuer}/**`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Password").waitFor();
  delete stage.pages.alice;
}

async function identityIsGone(stage) {
  const page = await open(stage, "alice", "/");
  await shown(page, "[data-testid=overview] dd");
  await stage.platform.stopIdentity();
  const session = await ask(page, "/api/platform/session");
  assert.equal(session.status, 200);
  const { status, headers, body } = await ask(stage.pages.bob, "/api/platform/token/reports", {});
  // Either the token that was exchanged before still counts, or the answer says when to come back.
  if (status !== 200) {
    assert.deepEqual([status, body.code], [503, "ERR_FEDSEAL_EXCHANGE_UNREACHABLE"]);
    assert.ok(Number(headers["retry-after"]) > 0);
  }
}

/** What one of the pods has counted: each connection is another pod's. */
function metrics({ platform }) {
  return new Promise((resolve, reject) => {
    get(`${platform.addresses.bff}/metrics`, { agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => {
        body += text;
      });
      response.on("end", () => (response.statusCode === 200 ? resolve(body) : reject(new Error(body))));
    }).on("error", reject);
  });
}
