export declare function on(event: number | "all", run: () => void): number;
export declare function on(event: string, run: () => void): string;
