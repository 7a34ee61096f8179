export declare function each(visit: (value: string | number) => void): void;
