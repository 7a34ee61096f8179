export declare function find(by: object): object;
export declare function find(by?: string): string;
