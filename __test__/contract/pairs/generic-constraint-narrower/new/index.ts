export declare function freeze<T extends object>(value: T): T;
