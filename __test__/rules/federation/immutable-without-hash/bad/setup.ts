import { emits } from "../../../../bundlers/plugins.ts";

export default { plugins: [emits({ "static/flags.json": "{}" }, { immutable: true })] };
