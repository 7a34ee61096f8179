interface Row {
  id: string;
  name: string;
  age: number;
}
export type Field = keyof Row;
