import { execFile } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, test, vi } from "vitest";

import { fedseal, fedsealAsync } from "../commands/fedseal.ts";
import { serveFolder } from "../commands/serve.ts";
import { sealedFolder } from "./produce.ts";

/** "A key was stolen" of the guide: its own command lines, against a thief who has the key and can write to the server. */

const GUIDE = readFileSync(join(import.meta.dirname, "../../docs/guide/signing-keys.md"), "utf8");

/** The lines of the code blocks of one section. */
function commandsOf(title: string): string[] {
  const [, section] = GUIDE.split(`\n## ${title}\n`);
  const [text] = (section as string).split("\n## ");
  const blocks = [...(text as string).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block as string);
  return blocks.flatMap((block) => block.trim().split("\n")).map((line) => line.trim());
}

/** What a host that pins a key makes of what is served. */
async function asHost(url: string, key: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, "ask.mjs"), url, key]);
  return stdout.trim();
}

afterEach(() => vi.unstubAllEnvs());

test("each line of the guide does what it says, and nothing is refused on the way", async () => {
  const made = sealedFolder();
  const site = join(made.dir, "site");
  const deploy = (from: string) => cpSync(from, site, { recursive: true });
  mkdirSync(site);
  const server = await serveFolder(site);
  const url = `${server.url}/mf-manifest.json`;

  const kidOfNewKey = () => {
    const names = existsSync(join(made.dir, "new")) ? readdirSync(join(made.dir, "new")) : [];
    return names.find((name) => name.endsWith(".public.jwk"))?.replace(".public.jwk", "") ?? "";
  };
  /** A line of the guide, in this folder. */
  const run = async (line: string): Promise<string> => {
    const filled = line
      .replace("npx fedseal ", "")
      .replaceAll("$OLD", "1")
      .replaceAll("$NEW", kidOfNewKey())
      .replaceAll("https://cdn.example.com/shop/mf-manifest.json", url)
      .replaceAll("https://cdn.example.com", server.url);
    const ran = await fedsealAsync(made.dir, ...filled.split(" "));
    expect(ran, `${filled}\n${ran.stdout}`).toMatchObject({ status: 0, stderr: "" });
    return ran.stdout;
  };
  const pinned = (key: string) => asHost(url, join(made.dir, key));
  const thief = join(made.dir, "thief");
  /** What the thief serves: another file, sealed anew and signed with the key, for ever and above every number. */
  const steal = () => {
    cpSync(made.dist, thief, { recursive: true });
    appendFileSync(join(thief, "remoteEntry.js"), "\n/* evil */");
    expect(fedseal(made.dir, "seal", "thief").status).toBe(0);
    const args = [
      "--key",
      "keys/1.private.jwk",
      "--origin",
      server.url,
      "--seq",
      "9000000000000",
      "--expires",
      "3650d",
    ];
    expect(fedseal(made.dir, "sign", "thief", ...args).status).toBe(0);
    deploy(thief);
  };

  vi.stubEnv("FEDSEAL_KEY", readFileSync(join(made.dir, "keys/1.private.jwk"), "utf8"));
  fedseal(made.dir, "sign", "dist", "--key", "keys/1.private.jwk", "--origin", server.url);
  deploy(made.dist);
  expect(await pinned("keys/1.public.jwk")).toBe("works");
  steal();
  expect(await pinned("keys/1.public.jwk")).toBe("works");

  const lines = commandsOf("A key was stolen");
  expect(lines).toHaveLength(7);
  const [keygen, wasOurs, again, append, servedOld, servedNew, alone] = lines as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  for (const line of [keygen, wasOurs, again, append]) await run(line);
  deploy(made.dist);
  for (const line of [servedOld, servedNew]) await run(line);
  const newer = `new/${kidOfNewKey()}.public.jwk`;
  // Hosts of before and after the third step.
  expect(await pinned("keys/1.public.jwk")).toBe("works");
  expect(await pinned(newer)).toBe("works");
  // The thief comes back: what a new host makes of it, and what the old one would.
  deploy(thief);
  expect(await pinned(newer)).toBe("ERR_FEDSEAL_SIGNATURE_UNKNOWN_KEY");
  expect(await pinned("keys/1.public.jwk")).toBe("works");

  await run(alone);
  deploy(made.dist);
  expect(await pinned(newer)).toBe("works");
  expect(await pinned("keys/1.public.jwk")).toBe("ERR_FEDSEAL_SIGNATURE_UNKNOWN_KEY");
});
