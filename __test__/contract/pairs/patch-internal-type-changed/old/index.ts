interface Row {
  raw: string;
}
const rows: Row[] = [{ raw: "a" }];
export function count(): number {
  return rows.length;
}
