import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { type Made, NOW, sealedFolder, sign } from "./produce.ts";

/** `fedseal check` and signatures of output folders. With keys in the configuration: `__test__/rules/signature`. */

const DAY = 86_400;

function check({ dir }: Made, now = NOW) {
  const ran = fedseal(dir, "check", "dist", "--format", "json", "--now", String(now));
  const { findings, unchecked } = JSON.parse(ran.stdout) as {
    findings: { rule: string; message: string; severity: string }[];
    unchecked: { area: string }[];
  };
  const own = findings.filter((one) => one.rule.startsWith("sign"));
  return { status: ran.status, rules: own.map((one) => `${one.severity} ${one.rule}`), findings, unchecked };
}

describe("without keys in the configuration", () => {
  test("nothing has to be signed", () => {
    expect(check(sealedFolder()).rules).toEqual([]);
  });

  test.each([1, 3])("a sidecar that is there is held to the manifest, with the key %i", (key) => {
    const made = sealedFolder();
    sign(made, key);
    expect(check(made)).toMatchObject({ status: 0, rules: [] });
    expect(check(made, NOW + 25 * DAY)).toMatchObject({ status: 0, rules: ["note signature/expires-soon"] });
    expect(check(made, NOW + 30 * DAY + 60)).toMatchObject({ status: 1, rules: ["error signature/expired"] });
    // Built anew, and what was signed before is still there.
    const carriers = [made.sidecar, made.headers].filter((one) => existsSync(one));
    const before = carriers.map((one) => readFileSync(one));
    appendFileSync(join(made.dist, "remoteEntry.js"), "!");
    fedseal(made.dir, "seal", "dist");
    for (const [index, one] of carriers.entries()) writeFileSync(one, before[index] as Buffer);
    expect(check(made)).toMatchObject({ status: 1, rules: ["error signature/mismatch"] });
    writeFileSync(made.sidecar, "{}");
    rmSync(made.headers, { force: true });
    expect(check(made).rules).toEqual(["error signature/malformed"]);
  });

  test("a sidecar whose headers are of the manifest, and that is not", () => {
    const made = sealedFolder();
    sign(made, 1);
    const before = readFileSync(made.sidecar);
    fedseal(made.dir, "seal", "dist", "--release", "r2");
    sign(made, 1);
    writeFileSync(made.sidecar, before);
    expect(check(made).rules).toEqual(["error signature/mismatch"]);
  });
});

describe("with keys in the configuration", () => {
  const configure = ({ dir }: Made, signature: object) =>
    writeFileSync(join(dir, "fedseal.config.json"), JSON.stringify({ signature }));

  test("how soon the end of a signature is a finding", () => {
    const made = sealedFolder();
    configure(made, { keys: ["keys/2.public.jwk", "keys/1.public.jwk"], renewWithin: "2d" });
    sign(made, 1);
    expect(check(made, NOW + 25 * DAY).rules).toEqual([]);
    expect(check(made, NOW + 28 * DAY).rules).toEqual(["note signature/expires-soon"]);
  });

  test.each(["keys/none", "keys/1.private.jwk"])("%s is no key: the area was not checked", (file) => {
    const made = sealedFolder();
    configure(made, { keys: ["keys/1.public.jwk", file] });
    sign(made, 1);
    const { status, rules, unchecked } = check(made);
    expect([status, rules]).toEqual([2, ["error sign/key-unusable"]]);
    expect(unchecked).toMatchObject([{ area: "integrity" }]);
  });

  test.each([
    { keys: [] },
    { keys: "keys/1.public.jwk" },
    {},
    { origins: ["https://a.example"] },
    { keys: ["keys/1.public.jwk"], origins: ["https://a.example/"] },
    { keys: ["keys/1.public.jwk"], renewWithin: "soon" },
    { keys: ["keys/1.public.jwk"], key: "a" },
  ])("settings that are refused: %j", (signature) => {
    const made = sealedFolder();
    configure(made, signature);
    expect(check(made)).toMatchObject({ status: 2, findings: [{ rule: "config/invalid" }] });
  });
});
