export declare function get(key: string): string;
export declare function get(key: number): number;
