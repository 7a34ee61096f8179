// A host that names no remote: it registers one while it runs, by the address that the page has in its query.

import { registerManifestRemote } from "@fedseal/runtime";
import { loadRemote } from "@module-federation/runtime";

window.told = [];
addEventListener("fedseal", ({ detail }) =>
  window.told.push({ code: detail.code, url: detail.url, message: detail.message }),
);
window.load = async () => {
  await import("react");
  await registerManifestRemote("shop", new URLSearchParams(location.search).get("remote"));
  const { default: panel, open } = await loadRemote("shop/Panel");
  return { panel: panel(), details: await open() };
};
window.alive = () => import("./alive.js").then(({ alive }) => alive);
