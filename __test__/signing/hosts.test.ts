import { readFileSync, writeFileSync } from "node:fs";
import { fetchFederationManifest, isFedsealError } from "@fedseal/runtime";
import { checkSignatures } from "@fedseal/runtime/signature";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { serveFolder } from "../commands/serve.ts";
import { sealedFolder, testKey } from "./produce.ts";

/** What `fedseal sign` writes is what hosts take, and hosts refuse what is changed: the two share no code. */

describe.each([
  ["Ed25519", 1],
  ["ES256", 3],
] as const)("%s", (algorithm, number) => {
  const keys = [JSON.parse(testKey(number, algorithm).publicJwk)];

  test("from the command to the host", async () => {
    const made = sealedFolder();
    const { url } = await serveFolder(made.dist);
    const seconds = Math.floor(Date.now() / 1000);
    const sign = (...more: string[]) =>
      fedseal(made.dir, "sign", "dist", "--key", `keys/${number}.private.jwk`, "--origin", url, "--seq", "7", ...more)
        .status;
    const get = async (options: object = {}) => {
      const signature = checkSignatures({ shop: { policy: "require", keys, ...options } });
      const manifest = `${url}/mf-manifest.json`;
      try {
        return (await fetchFederationManifest(manifest, { remote: "shop", signature, cache: false })).name;
      } catch (thrown) {
        return isFedsealError(thrown) ? thrown.code : String(thrown);
      }
    };
    expect(await get()).toBe("ERR_FEDSEAL_SIGNATURE_MISSING");
    expect(sign()).toBe(0);
    expect(await get()).toBe("shop");
    expect(await get({ keys: [JSON.parse(testKey(2).publicJwk)] })).toBe("ERR_FEDSEAL_SIGNATURE_UNKNOWN_KEY");
    expect(await get({ floors: { [testKey(number, algorithm).kid]: seconds + 3600 } })).toBe(
      "ERR_FEDSEAL_SIGNATURE_ROLLBACK",
    );
    expect(sign("--now", String(seconds - 7200), "--expires", "1h")).toBe(0);
    expect(await get()).toBe("ERR_FEDSEAL_SIGNATURE_EXPIRED");
    // The command renews it without a build, and the host takes it again.
    expect(fedseal(made.dir, "resign", "dist", "--key", `keys/${number}.private.jwk`, "--expired").status).toBe(0);
    expect(await get()).toBe("shop");
    writeFileSync(made.manifest, `${readFileSync(made.manifest, "utf8")}\n`);
    expect(await get()).toBe("ERR_FEDSEAL_SIGNATURE_MISMATCH");
  });
});
