import { ready } from "./surface";
export const version: number | false = ready && window.shopVersion;
