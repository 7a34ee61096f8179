export declare function concat<T>(...lists: (readonly T[])[]): T[];
