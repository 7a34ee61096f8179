import { loadConfig } from "./surface";
export const sorted = () => loadConfig().tags.sort();
