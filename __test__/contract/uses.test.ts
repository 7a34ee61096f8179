import { expect, test } from "vitest";
import { usesOf } from "../../npm/fedseal/dist/contract/package/uses.js";
import { project } from "./projects.ts";

/** What a shell uses: what cannot be told counts as everything, and nothing that names a module is missed. */

const MODULES = new Set(["shop/B"]);

test.each([
  ['import { open } from "shop/B";', ["open"]],
  ['import Button, { open as o } from "shop/B";', ["default", "open"]],
  ['import * as shop from "shop/B";', ["*"]],
  ['export { open } from "shop/B";', ["open"]],
  ['const B = lazy(() => import("shop/B"));', ["default"]],
  ['const { open } = await import("shop/B");', ["open"]],
  ['import("shop/B").then(({ open }) => open());', ["open"]],
  ['const m = await import("shop/B").catch(report);', ["*"]],
  ['import shop = require("shop/B");', ["*"]],
  ['const m = await load("shop/B");', ["*"]],
  ['useRemote("shop", "shop/B");', ["*"]],
  ['new Loader("shop/B");', ["*"]],
  ['const x = <Remote module="shop/B" />;', ["*"]],
  ['type M = FederatedModule<"shop/B">;', ["*"]],
  ['type P = import("shop/B").Props;', ["Props"]],
  ['import type { Props } from "@platform/mfe-contracts/shop/B";', ["Props"]],
])("%s", (source, names) => {
  const root = project({ "src/a.tsx": source });
  expect(usesOf(`${root}/src`, MODULES, "@platform/mfe-contracts")).toEqual({ "shop/B": names });
});

test("templates of other compilers use everything", () => {
  const root = project({ "src/a.vue": '<script>import { open } from "shop/B"</script>' });
  expect(usesOf(`${root}/src`, MODULES, "@platform/mfe-contracts")).toEqual({ "shop/B": ["*"] });
});

test("what names no module uses none", () => {
  const root = project({ "src/a.ts": 'import { a } from "shop/Bc"; const b = "shop";' });
  expect(usesOf(`${root}/src`, MODULES, "@platform/mfe-contracts")).toEqual({});
});
