export declare function each(visit: (value: string) => void): void;
