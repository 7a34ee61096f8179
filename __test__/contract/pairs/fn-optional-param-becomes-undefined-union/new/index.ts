export declare function seek(track: string, to: number | undefined): Promise<number>;
export declare function pause(): void;
