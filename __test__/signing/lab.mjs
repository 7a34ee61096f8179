// What scenarios get: everything of fedseal that a page or server can call, and a few verbs.

/** Plays a scenario on one registry. */
export async function play({ createInstance, fedseal, runtime, checkSignatures }, scenario, data) {
  const code = (error) => error?.code?.replace("ERR_FEDSEAL_", "");
  const told = [];
  const report = (error) => void told.push(`${error.refused ? "refused" : "warned"} ${code(error)}`);
  const outcome = (promise) =>
    promise.then(
      () => "works",
      (error) => code([error, error?.cause].find((one) => runtime.isFedsealError(one))) ?? String(error),
    );
  let number = 0;
  const lab = {
    ...runtime,
    checkSignatures,
    /** An instance with fedseal's plugin; other plugins come before it. */
    host: (options, { remotes = [], plugins = [] } = {}) =>
      createInstance({
        name: `shell${++number}`,
        remotes,
        plugins: [...plugins, fedseal({ unsealed: "block", report, ...options })],
      }),
    /** "works", or the code of what was thrown. */
    outcome,
    load: (instance) => outcome(instance.loadRemote("shop/Panel").then((panel) => panel.open())),
    /** What the server serves from now on. */
    serve: (variant) => fetch(`${data.origin}/switch/${variant}`),
  };
  const result = await scenario(lab, data);
  return { result, told, evil: globalThis.__EVIL__ ?? 0 };
}
