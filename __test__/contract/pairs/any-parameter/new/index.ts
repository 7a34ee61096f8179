export declare function setItem(key: string, value: any): void;
