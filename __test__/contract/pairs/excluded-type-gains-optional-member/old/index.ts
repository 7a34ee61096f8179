export interface Nested {
  nested: true;
}
export type Plain<T> = Exclude<T[keyof T], Nested | Date>;
