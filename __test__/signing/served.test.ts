import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedseal, fedsealAsync, type Ran } from "../commands/fedseal.ts";
import { serveFolder } from "../commands/serve.ts";
import { NOW, sealedFolder } from "./produce.ts";

/** Signatures of what a server serves: `verify <url> --key`, and URLs among the targets of `check`. */

async function served() {
  const made = sealedFolder();
  const server = await serveFolder(made.dist);
  const sign = (origin = server.url, ...more: string[]) => {
    const args = ["--key", "keys/1.private.jwk", "--origin", origin, "--now", String(NOW), ...more];
    const ran = fedseal(made.dir, "sign", "dist", ...args);
    expect(ran.status, ran.stdout).toBe(0);
  };
  sign();
  const url = `${server.url}/mf-manifest.json`;
  const verify = (at = url, key = 1) =>
    fedsealAsync(made.dir, "verify", at, "--key", `keys/${key}.public.jwk`, "--now", String(NOW));
  const check = () => fedsealAsync(made.dir, "check", "--now", String(NOW));
  writeFileSync(
    join(made.dir, "fedseal.config.json"),
    JSON.stringify({ targets: [url], signature: { keys: ["keys/1.public.jwk"] } }),
  );
  return { ...made, ...server, sign, url, verify, check };
}

const rulesIn = ({ stdout }: Ran) =>
  [...stdout.matchAll(/\[(signature\/[a-z-]+|serve\/unreachable)\]/g)].map(([, rule]) => rule);

describe("a manifest that a server serves", () => {
  test("with its sidecar; the query stays behind the path", async () => {
    const { verify, check, url, asked } = await served();
    for (const at of [url, `${url}?v=1`]) {
      const ran = await verify(at);
      expect(ran).toMatchObject({ status: 0, stderr: "" });
      expect(ran.stdout).toContain("signed by");
    }
    expect(asked.filter((one) => one === "/mf-manifest.json.sig")).toHaveLength(2);
    expect(rulesIn(await check())).toEqual([]);
    expect(asked.filter((one) => one === "/mf-manifest.json.sig")).toHaveLength(3);
  });

  test("with headers for browsers, which have to be good as well; others' signatures are none of ours", async () => {
    const { verify, check, instead, manifest } = await served();
    const good = JSON.parse(readFileSync(`${manifest}.sig.headers`, "utf8")) as Record<string, string>;
    const send = (headers: Record<string, string>) =>
      instead.set(
        "/mf-manifest.json",
        (_, response) => void response.writeHead(200, headers).end(readFileSync(manifest)),
      );
    send(good);
    expect((await verify()).status).toBe(0);
    send({ "Signature-Input": 'sig1=("@status");created=1;tag="other"', Signature: "sig1=:AAAA:" });
    expect((await verify()).status).toBe(0);
    for (const wrong of [
      { ...good, Signature: "sig0=:AAAA:" },
      { ...good, "Unencoded-Digest": `sha-256=:${"A".repeat(43)}=:` },
      { "Signature-Input": good["Signature-Input"] as string },
    ]) {
      send(wrong);
      expect(rulesIn(await verify())).toEqual(["signature/mismatch"]);
      expect(rulesIn(await check())).toEqual(["signature/mismatch"]);
    }
  });

  type Site = Awaited<ReturnType<typeof served>>;
  test.each([
    ["without one", "signature/missing", 1, ({ sidecar }) => rmSync(sidecar)],
    ["signed for another origin", "signature/wrong-origin", 1, ({ sign }) => sign("https://cdn.example.com")],
    [
      "changed after it was signed",
      "signature/mismatch",
      1,
      ({ manifest }) => writeFileSync(manifest, `${readFileSync(manifest, "utf8")}\n`),
    ],
    [
      "with a page in place of the sidecar",
      "signature/malformed",
      1,
      ({ sidecar }) => writeFileSync(sidecar, "<!doctype html>"),
    ],
    [
      "with a sidecar that is too large",
      "signature/malformed",
      1,
      ({ sidecar }) => writeFileSync(sidecar, " ".repeat(16_385)),
    ],
    [
      "whose sidecar is elsewhere",
      "signature/redirected",
      1,
      ({ instead, url }) =>
        instead.set("/mf-manifest.json.sig", (_, response) => {
          response.writeHead(302, { location: `${url}.sig?2` }).end();
        }),
    ],
    [
      "whose sidecar the server fails to give",
      "serve/unreachable",
      2,
      ({ instead }) => instead.set("/mf-manifest.json.sig", (_, response) => void response.writeHead(500).end()),
    ],
    [
      "that is redirected",
      "signature/redirected",
      1,
      ({ instead, url, manifest }) => {
        const bytes = readFileSync(manifest);
        instead.set("/mf-manifest.json", (request, response) => {
          if ((request.url ?? "").includes("?")) response.end(bytes);
          else response.writeHead(302, { location: `${url}?moved` }).end();
        });
      },
    ],
  ] as [string, string, number, (site: Site) => void][])("%s", async (_, rule, status, change) => {
    const site = await served();
    change(site);
    const ran = await site.verify();
    expect(rulesIn(ran)).toEqual([rule]);
    expect(ran.status).toBe(status);
    // The other areas have things to say of this server, too.
    expect(rulesIn(await site.check())).toEqual([rule]);
  });

  test("without keys in the configuration its sidecar is not asked for", async () => {
    const { check, asked, dir, url } = await served();
    writeFileSync(join(dir, "fedseal.config.json"), JSON.stringify({ targets: [url] }));
    await check();
    expect(asked).not.toContain("/mf-manifest.json.sig");
  });
});
