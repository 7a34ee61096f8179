export function range(n: number): number[] {
  const list: number[] = [];
  while (list.length < n) list.push(list.length);
  return list;
}
