import { ready } from "./surface";
export const version: string | false = ready && window.shopVersion;
