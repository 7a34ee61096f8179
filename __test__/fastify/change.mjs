// node change.mjs <file of a state, or redis://…> <times>: widens the canary of `shop` by a point, as often.
import { fileStore, redisStore } from "@fedseal/fastify";

const [place, times] = process.argv.slice(2);
const store = place.startsWith("redis:") ? redisStore({ redis: place }) : fileStore(place);
for (let round = 0; round < Number(times); round++) {
  await store.change({
    who: String(process.pid),
    why: "a point more",
    to: (before) => {
      const { shop } = before.remotes;
      return {
        ...before,
        remotes: { shop: { ...shop, canary: { ...shop.canary, percent: shop.canary.percent + 1 } } },
      };
    },
  });
}
await store.close?.();
