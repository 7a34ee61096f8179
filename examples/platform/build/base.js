import { LightningCssMinimizerRspackPlugin, SwcJsMinimizerRspackPlugin } from "@rspack/core";

/**
 * What the builds of the shell and of all remotes have in common.
 *
 * @param {{ context: string, out: string, name: string, publicPath?: string }} options
 * @returns {import("@rspack/core").Configuration}
 */
export function base({ context, out, name, publicPath = "auto" }) {
  return {
    mode: "production",
    context,
    infrastructureLogging: { level: "warn" },
    output: {
      path: out,
      clean: true,
      publicPath,
      uniqueName: name,
      filename: "static/[name].[contenthash:8].js",
      cssFilename: "static/[name].[contenthash:8].css",
      cssChunkFilename: "static/[name].[contenthash:8].css",
      crossOriginLoading: "anonymous",
    },
    resolve: { extensions: [".tsx", ".ts", "..."] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: "builtin:swc-loader",
          options: {
            jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } },
          },
          type: "javascript/auto",
        },
        { test: /\.css$/, type: "css/auto" },
      ],
    },
    optimization: {
      minimizer: [
        new SwcJsMinimizerRspackPlugin({ minimizerOptions: { format: { asciiOnly: true } } }),
        new LightningCssMinimizerRspackPlugin(),
      ],
    },
  };
}
