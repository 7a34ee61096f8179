// What the page's errors say, in the order they came. A page whose remotes are asked for before this listens by itself.
if (!window.told) {
  window.told = [];
  addEventListener("fedseal", ({ detail }) =>
    window.told.push({ code: detail.code, url: detail.url, message: detail.message, refused: detail.refused }),
  );
}
addEventListener("unhandledrejection", (event) =>
  window.told.push({ code: "unhandled", message: String(event.reason) }),
);

// With an argument: a remote that is registered while the page runs.
window.load = async (remote) => {
  const [instance] = globalThis.__FEDERATION__.__INSTANCES__;
  if (remote) instance.registerRemotes([remote], { force: true });
  const { default: panel, open } = await (remote ? instance.loadRemote("shop/Panel") : import("shop/Panel"));
  return { panel: panel(), details: await open() };
};
window.alive = () => import("./alive.js").then(({ alive }) => alive);
