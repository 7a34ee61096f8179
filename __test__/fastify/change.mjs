// node change.mjs <file of a state> <times>: widens the canary of `shop` by a point, as often.
import { fileStore } from "@fedseal/fastify";

const [path, times] = process.argv.slice(2);
const store = fileStore(path);
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
