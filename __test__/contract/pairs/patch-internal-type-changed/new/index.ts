interface Row {
  raw: number;
}
const rows: Row[] = [{ raw: 1 }];
export function count(): number {
  return rows.length;
}
