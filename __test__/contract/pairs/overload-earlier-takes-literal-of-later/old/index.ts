export declare function on(event: number, run: () => void): number;
export declare function on(event: string, run: () => void): string;
