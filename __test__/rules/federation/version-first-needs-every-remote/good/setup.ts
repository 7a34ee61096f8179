export default {
  federation: {
    exposes: undefined,
    filename: undefined,
    remotes: { shop: "shop@http://localhost:1/mf-manifest.json" },
    shareStrategy: "loaded-first",
  },
};
