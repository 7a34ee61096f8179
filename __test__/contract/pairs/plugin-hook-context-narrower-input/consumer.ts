import { definePlugin } from "./surface";
export const p = definePlugin(() => ({ name: "x", resolve: (id, importer) => importer.endsWith(id) ? id : null }));
