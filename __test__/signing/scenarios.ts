import { KEYS, type Served, servedAs, signed, signedByTwo, type World } from "./cells.ts";

/** What the server can be switched to. */
export const VARIANTS: Record<string, (world: World) => Served> = {
  good: (world) => ({ sidecar: signed(world, { seq: 10 }) }),
  newer: (world) => ({ sidecar: signed(world, { seq: 20 }) }),
  older: (world) => ({ sidecar: signed(world, { seq: 9 }) }),
  next: (world) => ({ sidecar: signed(world, { seq: 1 }, KEYS.next) }),
  stranger: (world) => ({ sidecar: signed(world, {}, KEYS.stranger) }),
  both: (world) => ({ sidecar: signedByTwo(world, KEYS.shop, KEYS.next) }),
  unsigned: () => ({ sidecar: { status: 404 } }),
  evil: ({ resealed }) => ({ manifest: resealed, evil: true }),
  "evil, unsigned": ({ resealed }) => ({ manifest: resealed, evil: true, sidecar: { status: 404 } }),
  "another remote": (world) => servedAs(world, "cart"),
  "sidecar redirected to none": ({ origin, path }) => ({
    sidecar: { status: 302, headers: { location: `${origin}${path}-gone/mf-manifest.json.sig` } },
  }),
  down: () => ({ manifest: { status: 500 } }),
};

/** What a scenario is told. */
export interface Data {
  origin: string;
  /** Of the manifest. */
  url: string;
  /** Where the same is served, too. */
  moved: string;
  entry: string;
  type: string;
  require: object;
  shop: object;
  next: object;
  kid: string;
  /** What is served later. */
  then?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: lab.mjs, which has no types
export type Scenario = (lab: any, data: Data) => Promise<unknown>;

/** A scenario, and what has to come of it. */
export interface Play {
  name: string;
  /** What is served at first; `good` if nothing is said. */
  first?: string;
  scenario: Scenario;
  /** Of the result, at least. */
  expected: { result?: unknown; told?: string[]; evil?: number };
  /** How often the manifest and its signature are asked for, together. */
  asked?: number;
}

const poisoned: Scenario = async ({ fetchFederationManifest, checkSignatures, serve, outcome }, { url, require }) => {
  const get = (more: object) => outcome(fetchFederationManifest(url, { cacheTtl: 60_000, ...more }));
  // Somebody who does not care has the evil one in the cache.
  const poisoned = await get({});
  const signature = checkSignatures(require);
  const wanted = await get({ signature, remote: "shop" });
  await serve("good");
  const good = await get({ signature, remote: "shop" });
  await serve("down");
  const cached = await get({ signature, remote: "shop" });
  // The same rules, made a second time, are the same.
  const again = await get({ signature: checkSignatures(require), remote: "shop" });
  const other = await get({ signature, remote: "cart" });
  return { poisoned, wanted, good, cached, again, other };
};

const together: Scenario = async ({ fetchFederationManifest, checkSignatures, outcome }, { url, require }) => {
  const options = { signature: checkSignatures(require), remote: "shop" };
  return Promise.all([outcome(fetchFederationManifest(url)), outcome(fetchFederationManifest(url, options))]);
};

const stale: Scenario = async ({ fetchFederationManifest, checkSignatures, serve, outcome }, { url, require }) => {
  const options = { cacheTtl: 1e12, remote: "shop", signature: checkSignatures(require) };
  const get = (more: object = {}) => outcome(fetchFederationManifest(url, { ...options, ...more }));
  const first = await get();
  await serve("newer");
  // Another caller, whose cache is another one.
  const newer = await get({ maxBytes: 1_000_000 });
  await serve("good");
  const below = await get();
  await serve("down");
  const real = Date.now;
  const fresh = await get({ maxBytes: 1_000_000 });
  Date.now = () => real() + 40 * 86_400_000;
  return { first, newer, below, fresh, late: await get({ maxBytes: 1_000_000 }) };
};

const strictAfterLax: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
  const remotes = [{ name: "shop", entry: url }];
  const lax = await load(host({ unsealed: "allow" }, { remotes }));
  return { lax, strict: await load(host({ signature: checkSignatures(require) }, { remotes })) };
};

const sameRules: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
  const remotes = [{ name: "shop", entry: url }];
  const one = await load(host({ signature: checkSignatures(require) }, { remotes }));
  return { one, two: await load(host({ signature: checkSignatures(require) }, { remotes })) };
};

const laxAfterStrict: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
  host({ signature: checkSignatures(require) });
  return load(host({ unsealed: "allow" }, { remotes: [{ name: "shop", entry: url }] }));
};

const registeredOnce: Scenario = async (
  { host, load, registerManifestRemote, checkSignatures, serve },
  { url, require },
) => {
  const instance = host({ signature: checkSignatures(require) });
  await Promise.all(Array.from({ length: 20 }, () => registerManifestRemote("shop", url, { instance })));
  await serve("evil");
  // The evil entry is none of the files of the manifest that was verified.
  return (await load(instance)) !== "works";
};

const wantedLater: Scenario = async ({ host, registerManifestRemote, checkSignatures, outcome }, { url, require }) => {
  const signature = checkSignatures(require);
  const instance = host({ unsealed: "block" });
  const call = await outcome(registerManifestRemote("shop", url, { instance, signature }));
  const plain = await outcome(registerManifestRemote("shop", url, { instance }));
  // It was registered by somebody who did not want a signature. That does not hold for whoever does.
  return { call, plain, later: await outcome(registerManifestRemote("shop", url, { instance, signature })) };
};

const loadedAgain: Scenario = async (
  { host, registerManifestRemote, checkSignatures, serve, outcome },
  { url, require },
) => {
  const instance = host({ unsealed: "block" });
  await registerManifestRemote("shop", url, { instance });
  const before = await instance.loadRemote("shop/Panel");
  await serve("good");
  const signature = checkSignatures(require);
  const registered = await outcome(registerManifestRemote("shop", url, { instance, signature }));
  const page = globalThis as { __EVIL__?: number };
  const ran = Boolean(page.__EVIL__);
  page.__EVIL__ = 0;
  return { ran, registered, isNew: (await instance.loadRemote("shop/Panel")).default !== before.default };
};

const handedOver: Scenario = async (
  { host, fetchFederationManifest, registerManifestRemote, checkSignatures, outcome },
  { url, moved, require },
) => {
  const signature = checkSignatures(require);
  const instance = host({ signature });
  const checked = await fetchFederationManifest(url, { signature, remote: "shop" });
  const unchecked = await fetchFederationManifest(url);
  const register = (at: string, manifest: object) =>
    outcome(registerManifestRemote("shop", at, { instance, manifest }));
  return {
    unchecked: await register(url, unchecked),
    copied: await register(url, JSON.parse(JSON.stringify(checked))),
    moved: await register(moved, checked),
    checked: await register(url, checked),
  };
};

const renamed: Scenario = async (
  { host, fetchFederationManifest, registerManifestRemote, checkSignatures, outcome },
  { url, shop },
) => {
  const rules = { policy: "require", keys: [shop] };
  const signature = checkSignatures({ shop: rules, cart: rules });
  const manifest = await fetchFederationManifest(url, { signature, remote: "shop" });
  const instance = host({ signature });
  const register = (name: string) => outcome(registerManifestRemote(name, url, { instance, manifest }));
  return { cart: await register("cart"), shop: await register("shop") };
};

const aliased: Scenario = async ({ host, load, checkSignatures, serve }, { url, shop }) => {
  const rules = { policy: "require", keys: [shop] };
  // Rules may go by either name.
  const hosts = ["shop", "cart"].map((name) => host({ signature: checkSignatures({ [name]: rules }) }));
  const results = [];
  for (const variant of ["another remote", "good"]) {
    await serve(variant);
    for (const instance of hosts) {
      instance.registerRemotes([{ name: "shop", alias: "cart", entry: url }], { force: true });
      results.push(await load(instance));
    }
  }
  return results;
};

const namedByVite: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
  const remotes = [{ name: "shell__abc__shop", alias: "shop", entryGlobalName: "shop", entry: url }];
  return load(host({ signature: checkSignatures(require) }, { remotes }));
};

const otherQuery: Scenario = async (
  { host, fetchFederationManifest, registerManifestRemote, checkSignatures, outcome },
  { url, require },
) => {
  const signature = checkSignatures(require);
  const instance = host({ signature });
  const manifest = await fetchFederationManifest(`${url}?tenant=a`, { signature, remote: "shop" });
  const register = (query: string) => outcome(registerManifestRemote("shop", url + query, { instance, manifest }));
  return [await register("?tenant=b"), await register(""), await register("?tenant=a#top")];
};

const noChecks: Scenario = async (
  { host, fetchFederationManifest, registerManifestRemote, outcome },
  { url, require },
) => {
  const instance = host({});
  const results = new Set();
  for (const signature of [null, false, 0, "", require]) {
    results.add(await outcome(fetchFederationManifest(url, { signature, remote: "shop" })));
    results.add(await outcome(registerManifestRemote("shop", url, { instance, signature })));
    results.add(await outcome(Promise.resolve().then(() => host({ signature }))));
  }
  return [...results];
};

const changedLater: Scenario = async ({ fetchFederationManifest, checkSignatures, outcome }, { url, next }) => {
  const rules = { policy: "require", keys: [next] };
  const all: Record<string, unknown> = { shop: rules };
  const signature = checkSignatures(all);
  rules.policy = "off";
  all.shop = { policy: "off" };
  return outcome(fetchFederationManifest(url, { signature, remote: "shop" }));
};

const loadedLate: Scenario = async ({ host, load, registerManifestRemote, checkSignatures }, { url, require }) => {
  const instance = host({ signature: checkSignatures(require) });
  await registerManifestRemote("shop", url, { instance });
  const real = Date.now;
  Date.now = () => real() + 40 * 86_400_000;
  const late = await load(instance);
  Date.now = real;
  return late;
};

const offAfterStrict: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
  host({ signature: checkSignatures(require) });
  const signature = checkSignatures({ "*": { policy: "off" } });
  return load(host({ signature, unsealed: "allow" }, { remotes: [{ name: "shop", entry: url }] }));
};

const twoKeys: Scenario = async ({ host, load, checkSignatures }, { url, shop, next }) => {
  host({ signature: checkSignatures({ shop: { policy: "require", keys: [shop] } }) });
  const signature = checkSignatures({ shop: { policy: "require", keys: [next] } });
  return load(host({ signature }, { remotes: [{ name: "shop", entry: url }] }));
};

const nameless: Scenario = ({ fetchFederationManifest, checkSignatures, outcome }, { url, require }) =>
  outcome(fetchFederationManifest(url, { signature: checkSignatures(require) }));

const rotated: Scenario = async ({ host, load, refreshRemote, checkSignatures, serve, outcome }, { url, require }) => {
  const instance = host({ signature: checkSignatures(require) }, { remotes: [{ name: "shop", entry: url }] });
  const old = await load(instance);
  await serve("next");
  // Its number is lower: the floor is that of the key.
  const rotated = [await outcome(refreshRemote("shop", { instance })), await load(instance)];
  await serve("stranger");
  const stranger = [await outcome(refreshRemote("shop", { instance })), await load(instance)];
  return { old, rotated, stranger };
};

const rolledBack: Scenario = async (
  { host, load, refreshRemote, checkSignatures, serve, outcome },
  { url, require },
) => {
  const instance = host({ signature: checkSignatures(require) }, { remotes: [{ name: "shop", entry: url }] });
  const results = [await load(instance)];
  for (const variant of ["newer", "newer", "good", "older"]) {
    await serve(variant);
    results.push(await outcome(refreshRemote("shop", { instance })));
  }
  return results;
};

const floors: Scenario = async ({ fetchFederationManifest, checkSignatures, serve, outcome }, { url, shop, kid }) => {
  const get = (floor?: number) => {
    const options = { policy: "require", keys: [shop], ...(floor !== undefined && { floors: { [kid]: floor } }) };
    return outcome(fetchFederationManifest(url, { remote: "shop", signature: checkSignatures({ shop: options }) }));
  };
  await serve("newer");
  const newer = await get();
  await serve("good");
  return { newer, seen: await get(), below: await get(11), on: await get(10), above: await get(0) };
};

const standIn: Scenario = async ({ host, load, checkSignatures, serve }, { url, require, then = "" }) => {
  const manifest = await fetch(url).then((answer) => answer.json());
  await serve("down");
  const errorLoadRemote = async ({ lifecycle }: { lifecycle: string }) => {
    if (lifecycle !== "afterResolve") return undefined;
    await serve(then);
    return manifest;
  };
  const plugins = [{ name: "other", errorLoadRemote }];
  return load(host({ signature: checkSignatures(require) }, { remotes: [{ name: "shop", entry: url }], plugins }));
};

/** A scenario is text to where it runs: it takes what differs from its data. */
const followed = (scenario: Scenario, then: string) =>
  `(lab, data) => (${scenario})(lab, { ...data, then: ${JSON.stringify(then)} })` as unknown as Scenario;

const fetchedElsewhere: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
  const plugins = [{ name: "other", fetch: (at: string) => fetch(at) }];
  return load(host({ signature: checkSignatures(require) }, { remotes: [{ name: "shop", entry: url }], plugins }));
};

const byEntry: Scenario = async ({ host, load, checkSignatures }, { entry, type, require }) =>
  load(host({ unsealed: "allow", signature: checkSignatures(require) }, { remotes: [{ name: "shop", entry, type }] }));

const whenPresent: Scenario = async ({ host, load, checkSignatures }, { url, shop }) => {
  const signature = checkSignatures({ shop: { policy: "when-present", keys: [shop] } });
  return load(host({ signature }, { remotes: [{ name: "shop", entry: url }] }));
};

const off: Scenario = async ({ host, load, checkSignatures }, { url }) =>
  load(host({ signature: checkSignatures({ shop: { policy: "off" } }) }, { remotes: [{ name: "shop", entry: url }] }));

const unnamed: Scenario = async ({ host, load, checkSignatures }, { url, shop }) => {
  const signature = checkSignatures({ cart: { policy: "require", keys: [shop] } });
  return load(host({ signature }, { remotes: [{ name: "shop", entry: url }] }));
};

const others: Scenario = async ({ host, load, checkSignatures }, { url, shop }) => {
  const signature = checkSignatures({ cart: { policy: "require", keys: [shop] }, "*": { policy: "off" } });
  return load(host({ signature }, { remotes: [{ name: "shop", entry: url }] }));
};

const origins: Scenario = async ({ fetchFederationManifest, checkSignatures, outcome }, { url, origin, shop }) => {
  const get = (allowed: string[]) => {
    const signature = checkSignatures({ shop: { policy: "require", keys: [shop], origins: allowed } });
    return outcome(fetchFederationManifest(url, { remote: "shop", signature }));
  };
  return [await get(["https://cdn.example.com"]), await get([origin])];
};

const clocks: Scenario = async ({ fetchFederationManifest, checkSignatures, outcome }, { url, shop }) => {
  const real = Date.now;
  const get = async (days: number, clockSkew = 300_000) => {
    Date.now = () => real() + days * 86_400_000;
    const signature = checkSignatures({ shop: { policy: "require", keys: [shop], clockSkew } });
    const said = await outcome(fetchFederationManifest(url, { remote: "shop", signature, cache: false }));
    Date.now = real;
    return said;
  };
  return [await get(-1), await get(-1, 86_400_000), await get(31), await get(31, 2 * 86_400_000), await get(0)];
};

const MISSING = "SIGNATURE_MISSING";
const ROLLBACK = "SIGNATURE_ROLLBACK";
const WORKS = { result: "works", told: [], evil: 0 };

export const PLAYS: Play[] = [
  {
    name: "what was fetched without a signature is not given to a caller who wants one",
    first: "evil",
    scenario: poisoned,
    expected: {
      result: {
        poisoned: "works",
        wanted: "SIGNATURE_MISMATCH",
        good: "works",
        cached: "works",
        again: "works",
        other: "FETCH",
      },
    },
  },
  {
    name: "what is being fetched without a signature is not given to a caller who wants one",
    first: "evil",
    scenario: together,
    expected: { result: ["works", "SIGNATURE_MISMATCH"] },
  },
  {
    name: "what has expired, or is below a floor by now, is not given from a cache",
    scenario: stale,
    expected: { result: { first: "works", newer: "works", below: ROLLBACK, fresh: "works", late: "FETCH" } },
  },
  {
    name: "a manifest that another host let in is refused by one that wants a signature",
    scenario: strictAfterLax,
    expected: { result: { lax: "works", strict: MISSING } },
  },
  {
    name: "two hosts with the same rules share it, and the second one asks for nothing",
    scenario: sameRules,
    expected: { result: { one: "works", two: "works" }, told: [], evil: 0 },
    asked: 2,
  },
  {
    name: "a later host without signatures is held to those of the first",
    first: "evil, unsigned",
    scenario: laxAfterStrict,
    expected: { result: MISSING, told: [`refused ${MISSING}`], evil: 0 },
  },
  { name: "a later host without signatures loads what the first would", scenario: laxAfterStrict, expected: WORKS },
  {
    name: "registering fetches manifest and signature once, and uses that very manifest",
    scenario: registeredOnce,
    expected: { result: true, evil: 0 },
    asked: 2,
  },
  {
    name: "registering again with a signature does not go by a registration without",
    first: "unsigned",
    scenario: wantedLater,
    expected: { result: { call: MISSING, plain: "works", later: MISSING } },
  },
  {
    name: "what was loaded without a signature is loaded again by who wants one",
    first: "evil, unsigned",
    scenario: loadedAgain,
    expected: { result: { ran: true, registered: "works", isNew: true }, evil: 0 },
  },
  {
    name: "a manifest that is handed over was fetched with the same signature, from the same address",
    scenario: handedOver,
    expected: { result: { unchecked: MISSING, copied: MISSING, moved: MISSING, checked: "works" } },
  },
  {
    name: "a manifest that is handed over under another name, with the same rules",
    scenario: renamed,
    expected: { result: { cart: MISSING, shop: "works" } },
  },
  {
    name: "a remote is signed as its container, whatever the host calls it",
    scenario: aliased,
    expected: { result: ["SIGNATURE_WRONG_REMOTE", "SIGNATURE_WRONG_REMOTE", "works", "works"], evil: 0 },
  },
  { name: "a remote of a host that Vite built is signed as the host calls it", scenario: namedByVite, expected: WORKS },
  {
    name: "a manifest that is handed over was fetched with the same query",
    scenario: otherQuery,
    expected: { result: [MISSING, MISSING, "works"] },
  },
  { name: "what is no check is an error", scenario: noChecks, expected: { result: ["OPTIONS"] }, asked: 0 },
  {
    name: "options that are changed later count as they were",
    scenario: changedLater,
    expected: { result: "SIGNATURE_UNKNOWN_KEY" },
  },
  { name: "registered in time, and loaded too late", scenario: loadedLate, expected: { result: "SIGNATURE_EXPIRED" } },
  {
    name: "a later host cannot switch off what the first wants",
    first: "evil, unsigned",
    scenario: offAfterStrict,
    expected: { result: MISSING, evil: 0 },
  },
  {
    name: "a later host with another key: one of the two",
    scenario: twoKeys,
    expected: { result: "SIGNATURE_UNKNOWN_KEY" },
  },
  {
    name: "a later host with another key: the other of the two",
    first: "next",
    scenario: twoKeys,
    expected: { result: "SIGNATURE_UNKNOWN_KEY" },
  },
  { name: "a later host with another key: both", first: "both", scenario: twoKeys, expected: WORKS, asked: 2 },
  { name: "a signature without the remote's name", scenario: nameless, expected: { result: "OPTIONS" }, asked: 0 },
  {
    name: "a key that is rotated in the middle of a session, and one that nobody pinned",
    scenario: rotated,
    expected: {
      result: { old: "works", rotated: ["works", "works"], stranger: ["SIGNATURE_UNKNOWN_KEY", "works"] },
    },
  },
  {
    name: "older releases than the one that was there",
    scenario: rolledBack,
    expected: { result: ["works", "works", "works", ROLLBACK, ROLLBACK] },
  },
  {
    name: "the host's floor counts in place of what was seen",
    scenario: floors,
    expected: { result: { newer: "works", seen: ROLLBACK, below: ROLLBACK, on: "works", above: "works" } },
  },
  {
    name: "a manifest from errorLoadRemote has no signature, and the one beside the entry has none, either",
    first: "evil",
    scenario: followed(standIn, "evil, unsigned"),
    expected: { result: MISSING, evil: 0 },
  },
  {
    name: "a manifest from errorLoadRemote has no signature: the one beside the entry counts",
    first: "evil",
    scenario: followed(standIn, "good"),
    expected: { result: "works", evil: 0 },
  },
  {
    name: "a manifest that another plugin fetched, and that is not what was signed",
    first: "evil",
    scenario: fetchedElsewhere,
    expected: { result: "SIGNATURE_MISMATCH", evil: 0 },
  },
  { name: "a manifest that another plugin fetched", scenario: fetchedElsewhere, expected: WORKS },
  {
    name: "named by its entry, without a manifest, whatever happens to what is not sealed",
    first: "down",
    scenario: byEntry,
    expected: { result: "FETCH", evil: 0 },
  },
  {
    name: "named by its entry, without a signature, whatever happens to what is not sealed",
    first: "evil, unsigned",
    scenario: byEntry,
    expected: { result: MISSING, evil: 0 },
  },
  { name: "named by its entry, signed", scenario: byEntry, expected: WORKS },
  {
    name: "when-present, without a signature",
    first: "unsigned",
    scenario: whenPresent,
    expected: { result: "works", told: [`warned ${MISSING}`] },
    asked: 2,
  },
  {
    name: "a sidecar that is redirected to none is not a missing one",
    first: "sidecar redirected to none",
    scenario: whenPresent,
    expected: { result: "SIGNATURE_REDIRECTED", told: ["refused SIGNATURE_REDIRECTED"] },
  },
  { name: "when-present, with a signature", scenario: whenPresent, expected: WORKS, asked: 2 },
  {
    name: "when-present, with a wrong signature",
    first: "stranger",
    scenario: whenPresent,
    expected: { result: "SIGNATURE_UNKNOWN_KEY", told: ["refused SIGNATURE_UNKNOWN_KEY"] },
  },
  { name: "off, with a wrong signature", first: "stranger", scenario: off, expected: WORKS, asked: 1 },
  {
    name: "a remote that is not named has no key",
    scenario: unnamed,
    expected: { result: "SIGNATURE_UNKNOWN_KEY", evil: 0 },
  },
  { name: "`*` says what happens to others", first: "unsigned", scenario: others, expected: WORKS, asked: 1 },
  {
    name: "an origin that the host does not allow for the remote",
    scenario: origins,
    expected: { result: ["SIGNATURE_WRONG_ORIGIN", "works"] },
  },
  {
    name: "a clock that is wrong by a day",
    scenario: clocks,
    expected: { result: ["SIGNATURE_NOT_YET", "works", "SIGNATURE_EXPIRED", "works", "works"] },
  },
];
