import { CopyRspackPlugin, container, HtmlRspackPlugin, SubresourceIntegrityPlugin } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { base } from "../build/base.js";
import { shared } from "../build/shared.js";

/**
 * The shell knows its remotes by name only: which releases they are, a page learns when it is opened.
 *
 * @param {{ out?: string }} env
 * @returns {import("@rspack/core").Configuration}
 */
export default ({ out = `${import.meta.dirname}/dist` } = {}) => ({
  ...base({ context: import.meta.dirname, out, name: "shell", publicPath: "/" }),
  entry: "./src/index.tsx",
  plugins: [
    new container.ModuleFederationPlugin({
      name: "shell",
      manifest: true,
      remotes: {},
      shared: shared({ eager: true }),
    }),
    new FedsealPlugin({
      enforce: { runtimeRemotes: ["admin", "reports", "design_system"], unsealed: "block", modules: false },
    }),
    new HtmlRspackPlugin({ template: "./src/index.html" }),
    new CopyRspackPlugin({ patterns: [{ from: "src/icon.svg", to: "static/icon.svg" }] }),
    // The shell's own scripts: its page has `Integrity-Policy: blocked-destinations=(script)`.
    new SubresourceIntegrityPlugin(),
  ],
});
