export declare function seek(track: string, to?: number): Promise<number>;
export declare function pause(): void;
