export declare function freeze<T>(value: T): T;
