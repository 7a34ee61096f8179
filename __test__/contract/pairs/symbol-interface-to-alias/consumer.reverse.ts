import type { Options } from "./surface";
export function asRecord(options: Options): Record<string, number> {
  return options;
}
