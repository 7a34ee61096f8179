export declare function size(x: string): number;
