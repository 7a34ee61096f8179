// node watch.mjs <redis://…>: a pod that sees a bad canary, and says what it did not expect.
import { redisStore, watchCanaries } from "@fedseal/fastify";

const store = redisStore({ redis: process.argv[2] });
const bad = { loads: 200, errors: 40, people: 100, failing: 40, most: 1 };
const fine = { loads: 2_000, errors: 2, people: 500, failing: 2, most: 1 };
const loads = async ({ channel }) => (channel === "canary" ? bad : fine);
const watch = watchCanaries({ store, loads, log: { error: console.error, warn: () => {} } });
const [{ verdict }] = await watch.look();
if (verdict !== "bad") throw new Error(verdict);
await watch.close();
await store.close();
