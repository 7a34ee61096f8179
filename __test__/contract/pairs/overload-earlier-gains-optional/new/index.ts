export declare function find(by?: object | string): object;
export declare function find(by?: string): string;
