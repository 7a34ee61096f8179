import { bump, label, retries } from "./surface";
export const s = bump(retries) + label;
