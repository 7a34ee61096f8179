export default {
  // A host that exposes nothing may have one runtime for all its entries.
  configuration: { optimization: { minimize: false, runtimeChunk: "single" } },
  federation: { exposes: undefined, filename: undefined },
};
