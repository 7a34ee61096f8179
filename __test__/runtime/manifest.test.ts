import { describe, expect, test } from "vitest";
import { type FederationManifest, plain, sealed } from "../../npm/runtime/dist/manifest.js";
import { sri } from "../folders.ts";
import { remote } from "./manifests.ts";

const URL_ = "https://cdn.example.com/shop/mf-manifest.json";

/** A manifest with a closure of so many files. */
function closureOf(count: number): FederationManifest {
  const token = sri(Buffer.from("a"));
  const integrity = Object.fromEntries(Array.from({ length: count }, (_, index) => [`js/chunk-${index}.js`, token]));
  return { metaData: { publicPath: "auto" }, exposes: [], shared: [], integrity };
}

/** What a promise comes to, and how often others had a turn before that. */
async function turnsDuring<T>(promise: Promise<T>): Promise<{ result: T; turns: number }> {
  let turns = 0;
  let waiting = setImmediate(function turn() {
    turns += 1;
    waiting = setImmediate(turn);
  });
  try {
    const result = await promise;
    return { result, turns };
  } finally {
    clearImmediate(waiting);
  }
}

describe("a manifest with many files", () => {
  test("is read in slices: the event loop gets turns", async () => {
    const { result, turns } = await turnsDuring(sealed(closureOf(50_000), URL_));
    expect(result.files.size).toBe(50_000);
    expect(result.gaps).toEqual([]);
    expect(turns).toBeGreaterThan(10);
  });

  test("that has few is read at once", async () => {
    const { result, turns } = await turnsDuring(sealed(closureOf(1000), URL_));
    expect(result.files.size).toBe(1000);
    expect(turns).toBe(0);
  });

  test("is refused above the limit, which the error names with its option", async () => {
    await expect(sealed(closureOf(50_001), URL_)).rejects.toMatchObject({
      code: "ERR_FEDSEAL_TOO_LARGE",
      url: URL_,
      message: expect.stringMatching(/over 50000 files.*`maxFiles`/),
    });
    await expect(sealed(closureOf(3), URL_, "integrity", 2)).rejects.toMatchObject({ code: "ERR_FEDSEAL_TOO_LARGE" });
    expect((await sealed(closureOf(50_001), URL_, "integrity", 50_001)).files.size).toBe(50_001);
  });

  test("counts a file once, however often it is listed", async () => {
    const { manifest } = remote();
    manifest.exposes.push(...Array.from({ length: 5 }, () => structuredClone(manifest.exposes[0])));
    const count = Object.keys(manifest.integrity).length;
    expect((await sealed(manifest as FederationManifest, URL_, "both", count)).files.size).toBe(count);
  });
});

test("Module Federation gets string entries, and no closure", () => {
  const { manifest } = remote();
  const read = JSON.parse(plain(manifest as FederationManifest, URL_));
  expect(read).not.toHaveProperty("integrity");
  expect(read.exposes[0].assets.js.sync).toEqual(["js/a.js", "js/b.js"]);
  expect(read.metaData).toMatchObject({ publicPath: "https://cdn.example.com/shop/" });
});
