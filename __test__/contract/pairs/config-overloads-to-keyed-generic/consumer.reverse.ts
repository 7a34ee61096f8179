import { config } from "./surface";
export const all = (["port", "host"] as const).map(k => config(k));
