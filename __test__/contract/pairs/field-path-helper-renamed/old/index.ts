type Path<T> = T extends object ? { [K in keyof T & string]: T[K] extends object ? K | `${K}.${Path<T[K]>}` : K }[keyof T & string] : never;
export interface Register<T> { (path: Path<T>): { name: Path<T>; onBlur(): void } }
export declare function createRegister<T extends object>(): Register<T>;
