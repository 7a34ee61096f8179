/** One of each on a page. The shell has them in its own first script; remotes bring theirs in case another host has none. */
const SINGLETONS = {
  react: "^19.0.0",
  "react-dom": "^19.0.0",
  "react-router": "^7.0.0",
  "@platform/context": "^1.0.0",
};

/** @param {{ eager?: boolean }} options */
export function shared({ eager = false } = {}) {
  return Object.fromEntries(
    Object.entries(SINGLETONS).map(([name, requiredVersion]) => [name, { singleton: true, requiredVersion, eager }]),
  );
}
