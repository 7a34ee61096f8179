export default { configuration: { optimization: { minimize: false, runtimeChunk: "single" } } };
