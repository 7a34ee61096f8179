type Join<A extends string, B extends string> = `${A}.${B}`;
type Path<T> = T extends object ? { [K in keyof T & string]: K | Join<K, Path<T[K]>> }[keyof T & string] : never;
export declare function watch<T extends object>(form: T, path: Path<T>): unknown;
