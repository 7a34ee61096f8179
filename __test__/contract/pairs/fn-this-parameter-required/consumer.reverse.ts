import { describe, subject } from "./surface";
export const o = { name: "x", describe };
export const t: string = o.describe("?");
export const s = describe.call(subject, "!");
