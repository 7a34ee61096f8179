export declare function run<T>(value: T, f: (this: { name: string | number }) => T): T;
