type FieldPath<Values> = Values extends object ? { [Key in keyof Values & string]: Key | Dot<Key, FieldPath<Values[Key]>> }[keyof Values & string] : never;
type Dot<L extends string, R extends string> = `${L}.${R}`;
export declare function watch<Values extends object>(form: Values, path: FieldPath<Values>): unknown;
