// Memory of the pods while pages are loaded for minutes.

import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

const MEBI = 1024 * 1024;
const MINUTE = 60;
const SHORT = 20;
/** Sessions end after five minutes. */
const RENEW = 4;

export async function memory({ place, minutes }) {
  const { platform, client } = place;
  let cookies = await place.signInAll();
  // What is made once is there before it begins.
  await client.ask({ cookies, seconds: 20, parallel: 8 });
  const rows = [];
  let loads = 0;
  const note = async (name, seconds) => {
    const running = client.ask({ cookies, seconds, parallel: 8 });
    const lowest = await lowestOf(platform, seconds);
    const { counts } = await running;
    loads += counts.loads;
    if (counts.failed + counts.wrong + counts.limited > 0)
      throw new Error(`loads went wrong: ${JSON.stringify(counts)}`);
    console.error(`Memory: ${name}: ${JSON.stringify(lowest)}, load average ${loadavg()[0].toFixed(1)}`);
    rows.push({ name, samples: [lowest] });
  };
  await note("the start", SHORT);
  for (let minute = 1; minute <= minutes; minute++) {
    await note(`minute ${minute}`, MINUTE);
    if (minute % RENEW === 0) cookies = await place.signInAll();
  }
  await note("the end", SHORT);
  const columns = [0, 1].flatMap((pod) => [
    { key: `rss${pod}`, label: `pod ${pod + 1}: rss, MiB` },
    { key: `heap${pod}`, label: "heap used, MiB" },
  ]);
  const text =
    `${minutes} minutes, ${loads.toLocaleString("en")} page loads by ${place.names.length} people. Of each minute, by a look a second: the largest rss, and ` +
    "the smallest heap, which is what a collection left.";
  return [{ heading: "Memory of a pod", note: text, rows, columns, ratios: false }];
}

async function lowestOf({ memory }, seconds) {
  const sample = {};
  for (let second = 0; second < seconds; second++) {
    for (const [pod, { rss, heapUsed }] of (await memory()).entries()) {
      sample[`rss${pod}`] = Math.max(sample[`rss${pod}`] ?? 0, Math.round((10 * rss) / MEBI) / 10);
      sample[`heap${pod}`] = Math.min(
        sample[`heap${pod}`] ?? Number.POSITIVE_INFINITY,
        Math.round((10 * heapUsed) / MEBI) / 10,
      );
    }
    await sleep(1_000);
  }
  return sample;
}
