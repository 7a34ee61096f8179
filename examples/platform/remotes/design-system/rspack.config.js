import { remote } from "../../build/remote.js";

/** @param {Parameters<typeof remote>[1]} env */
export default (env) =>
  remote(
    {
      context: import.meta.dirname,
      name: "design_system",
      exposes: { "./Card": "./src/Card.tsx", "./Table": "./src/Table.tsx" },
      profile: "strict",
    },
    env,
  );
