import type { Options } from "./surface";
declare module "./surface" {
  interface Options {
    tag?: string;
  }
}
export const mine: Options = { depth: 2, tag: "x" };
