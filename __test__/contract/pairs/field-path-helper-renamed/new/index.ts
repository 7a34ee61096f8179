type FieldPath<Values> = Values extends object
  ? { [Key in keyof Values & string]: Values[Key] extends object ? Key | `${Key}.${FieldPath<Values[Key]>}` : Key }[keyof Values & string]
  : never;
export interface Register<Values> { (path: FieldPath<Values>): { name: FieldPath<Values>; onBlur(): void } }
export declare function createRegister<Values extends object>(): Register<Values>;
