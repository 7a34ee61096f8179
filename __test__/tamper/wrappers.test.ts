import { describe, expect, test } from "vitest";
import { WRAPPERS } from "../bundlers/wrappers.ts";
import { folder } from "../scratch.ts";
import { buildRemote, PRODUCERS } from "./apps.ts";
import { CELLS, filesOf } from "./cells.ts";
import { block, browser, host, remotes, WORKS } from "./host-cases.ts";
import { visit } from "./page.ts";

/** Module Federation applied by a preset, in the host and in the remote: what it loads is held to its seal all the same. */

describe.each(PRODUCERS)("%s", (producer) => {
  describe.each(Object.entries(WRAPPERS))("applied by %s", (_, wrap) => {
    test.each(["before", "after"] as const)("FedsealPlugin %s it", async (order) => {
      const out = folder();
      await buildRemote(producer, "script", { out, order, wrap });
      remotes.folders.set("wrapped", out);
      const url = await host(producer, "wrapped/mf-manifest.json", { fedseal: block, order, wrap });
      remotes.reset();
      expect(await visit(browser, url)).toMatchObject({ result: WORKS, told: [], evil: 0 });
      const files = filesOf(out);
      for (const name of ["async chunk changed", "lazy style changed", "an unlisted chunk"]) {
        const cell = CELLS.find((one) => one.name === name);
        remotes.reset();
        remotes.tamper = cell?.tamper(files, out, "");
        const outcome = await visit(browser, url, { waitForError: true });
        expect(outcome, name).toMatchObject({ evil: 0, alive: true, result: undefined });
        expect(cell?.expected(files).codes, JSON.stringify(outcome)).toContain(outcome.told[0]?.code);
      }
    });
  });
});
