import type { Config } from "./surface";
export const config: Config = { name: "a", server: { host: "h", port: 80 } };
