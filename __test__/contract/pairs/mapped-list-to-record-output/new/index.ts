export declare function namesOf<T>(value: T): Record<keyof T, string>;
