import type { Table } from "./surface";
export function bump(t: Table<"a">): void {
  t.a += 1;
}
