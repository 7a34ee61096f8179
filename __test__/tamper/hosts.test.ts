import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PRODUCERS } from "./apps.ts";
import { CELLS } from "./cells.ts";
import { block, browser, files, host, hostCases, remotes, sealed, WORKS } from "./host-cases.ts";
import { visit } from "./page.ts";

hostCases(PRODUCERS);

describe("beside other runtime plugins", () => {
  const other = (name: string) => join(import.meta.dirname, "app/plugins", name);

  test.each(["before", "after"] as const)("one that makes elements and fetches, %s fedseal's", async (order) => {
    const url = await host("rspack + enhanced", "sealed/mf-manifest.json", {
      fedseal: block,
      order,
      federation: { runtimePlugins: [other("elements.js")] },
    });
    remotes.reset();
    remotes.tamper = (path, _body, _nth, request) =>
      path.endsWith(".json") && request.headers.authorization !== "Bearer token" && request.method !== "OPTIONS"
        ? { status: 401 }
        : { headers: { "access-control-allow-headers": "authorization" } };
    const outcome = await visit(browser, url);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: WORKS, told: [] });
    const evil = CELLS.find(({ name }) => name === "sync chunk changed")?.tamper(files, sealed, "");
    const allowed = remotes.tamper;
    remotes.tamper = (...args) => evil?.(...args) ?? allowed(...args);
    expect(await visit(browser, url, { waitForError: true })).toMatchObject({
      evil: 0,
      alive: true,
      result: undefined,
    });
  });
});
