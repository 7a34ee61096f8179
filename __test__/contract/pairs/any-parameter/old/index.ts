export declare function setItem(key: string, value: string): void;
