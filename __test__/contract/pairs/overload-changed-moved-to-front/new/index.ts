export declare function get(key: number | "id"): number;
export declare function get(key: string): string;
