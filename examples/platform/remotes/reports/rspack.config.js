import { remote } from "../../build/remote.js";

/** @param {Parameters<typeof remote>[1]} env */
export default (env) =>
  remote(
    {
      context: import.meta.dirname,
      name: "reports",
      exposes: { "./Revenue": "./src/Revenue.tsx" },
    },
    env,
  );
