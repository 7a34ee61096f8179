export declare function namesOf<T>(value: T): { [K in keyof T]: string };
