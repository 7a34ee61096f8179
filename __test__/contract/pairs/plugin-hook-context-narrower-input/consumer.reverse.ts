import { definePlugin } from "./surface";
export const p = definePlugin(() => ({ name: "x", enforce: "pre", resolve: (id, importer) => importer?.endsWith(id) ? id : null })).name;
