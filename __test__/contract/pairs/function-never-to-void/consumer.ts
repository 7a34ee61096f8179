import { fail } from "./surface";
export function need(value: string | undefined): string {
  if (value === undefined) fail("missing");
  return value;
}
