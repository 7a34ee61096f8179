import { remote } from "../../build/remote.js";

/** @param {Parameters<typeof remote>[1]} env */
export default (env) =>
  remote(
    {
      context: import.meta.dirname,
      name: "admin",
      exposes: { "./Products": "./src/Products.tsx" },
    },
    env,
  );
