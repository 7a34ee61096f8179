interface Row {
  id: string;
  name: string;
}
export type Field = keyof Row;
