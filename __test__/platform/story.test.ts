import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPlatform } from "../../examples/platform/start/start.js";
import { launch } from "../../examples/platform/story/browser.js";
import { SCENES } from "../../examples/platform/story/scenes.js";
import { RedisServer } from "../fastify/redis.ts";

/** The story of the platform, as `npm run platform -- --once --pods 2` tells it: real builds, two pods, Redis, Chromium. */

const folder = mkdtempSync(join(tmpdir(), "fedseal-story-"));
let redis: RedisServer;
let platform: Awaited<ReturnType<typeof startPlatform>>;
let browser: Awaited<ReturnType<typeof launch>>;
let stage: Parameters<(typeof SCENES)[number][1]>[0];

beforeAll(async () => {
  redis = await RedisServer.start();
  const gate = { counts: { perPerson: 1_000 }, watch: { rules: { minimum: 30, people: 2 } } };
  platform = await startPlatform({ folder, pods: 2, redis: redis.url, rows: 20_000, gate });
  browser = await launch();
  stage = { platform, browser, pages: {} };
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  await redis?.kill();
  rmSync(folder, { recursive: true, force: true });
});

// Each begins with what the one before left.
let hasFailed = false;
test.each(SCENES)("%s", async (_title, play) => {
  expect(hasFailed, "an earlier scene failed").toBe(false);
  hasFailed = true;
  await play(stage);
  hasFailed = false;
});
