import { fail } from "./surface";
export function run(): void {
  fail("stop");
}
