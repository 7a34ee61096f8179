import { emits } from "../../../../bundlers/plugins.ts";

export default { plugins: [emits({ "static/flags.0a1b2c3d.json": "{}" }, { immutable: true, contenthash: "0a1b2c3d" })] };
