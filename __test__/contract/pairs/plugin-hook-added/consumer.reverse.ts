import { definePlugin } from "./surface";
export const p = definePlugin({ name: "x", setup(api) { console.log(api.version); } });
