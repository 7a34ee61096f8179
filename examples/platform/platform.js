import { Command, InvalidArgumentError, Option } from "commander";
import { startRedis } from "./start/redis.js";
import { startPlatform } from "./start/start.js";

import { tellStory } from "./story/story.js";

const program = new Command("npm run platform --")
  .description("Builds and runs the reference platform on this machine: sign-in, shell, remotes, APIs.")
  .option("--pods <count>", "processes of the server that share one address; more than one need Redis", count, 1)
  .option("--redis <url>", "a Redis to use; default: none with one pod, else one that is started", redisUrl)
  .option("--port <number>", "port of the shell on localhost; default: a free one", count)
  .option("--rows <count>", "rows of the analytics data", count, 1_000_000)
  .option("--once", "play the story in a browser, say what happened, and end")
  .addOption(new Option("--json", "print one line of JSON when everything is up, and stay").conflicts("once"))
  .addOption(
    new Option("--folder <dir>", "where builds, keys and the state of rollouts go; it is emptied").default(
      `${import.meta.dirname}/dist`,
      "dist of the example",
    ),
  )
  .helpOption("-h, --help", "show this help");
const { pods, rows, once, json, folder, port, ...options } = program.parse().opts();

const say = (line) => json || console.log(line);
const redis =
  options.redis === undefined && pods > 1 ? await startRedis() : { url: options.redis, stop: async () => {} };
// In the story three people are all there are.
const gate = once ? { counts: { perPerson: 1_000 }, watch: { rules: { minimum: 30, people: 2 } } } : {};
const platform = await startPlatform({ folder, pods, redis: redis.url, rows, gate, port, say }).catch(async (error) => {
  await redis.stop();
  console.error(`The platform did not start: ${error.message}`);
  process.exit(1);
});
let isOver = false;
async function end(code) {
  if (isOver) return;
  isOver = true;
  try {
    await platform.stop();
  } finally {
    await redis.stop();
    process.exit(code);
  }
}
process.on("SIGINT", () => end(130));
process.on("SIGTERM", () => end(143));

if (json) console.log(JSON.stringify(platform.addresses));
if (once) {
  await tellStory({ platform, say }).then(
    () => end(0),
    (error) => {
      console.error(error);
      return end(1);
    },
  );
} else if (!json) {
  console.log(`\n${platform.addresses.shell}\n`);
  if (redis.url !== undefined) console.log(`  Redis: ${redis.url}\n`);
  for (const { name, org, password } of platform.addresses.users) {
    console.log(`  ${name.padEnd(8)} ${password}   ${org ?? "belongs to no organization yet"}`);
  }
  console.log("\nEnd it with Ctrl+C.");
}

function count(text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("It is not a whole number from 1.");
  return value;
}

function redisUrl(text) {
  if (!/^rediss?:\/\/./.test(text)) throw new InvalidArgumentError("It does not begin with redis:// or rediss://.");
  return text;
}
