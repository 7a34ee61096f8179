export interface Nested {
  nested: true;
  label?: string;
}
export type Plain<T> = Exclude<T[keyof T], Nested | Date>;
