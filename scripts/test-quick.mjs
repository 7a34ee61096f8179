// `npm run test:quick`: an answer within three minutes, for while you work. It runs what needs no build of a page and no browser, of
// each part something; `npm test` runs all.
import { servers } from "./servers.mjs";
import { run, setup } from "./setup.mjs";

const FILES = [
  "architecture/",
  "docs/",
  "config/",
  "vectors/",
  "http/",
  "gates/shared/",
  "csp/severity",
  "cache/names",
  "cache/check",
  "cache/hostile",
  "rules/gates",
  "runtime/",
  "signing/options",
  "signing/hosts",
  "signing/response-headers",
  "commands/main",
  "commands/seal",
  "commands/verify.test",
  "bundlers/options",
  "bundlers/refusals",
  "contract/verdicts",
  "contract/stats",
  "contract/exposes",
  "contract/properties",
  "fastify/session",
  "fastify/releases",
  "fastify/cache-policy",
  "fastify/problems",
  "fastify/gate",
  "fastify/csp.test",
  "platform/bff",
  "platform/warehouse",
];

setup();
servers();
run("npx", ["vitest", "run", "--config", "__test__/vitest.config.ts", ...FILES, ...process.argv.slice(2)]);
