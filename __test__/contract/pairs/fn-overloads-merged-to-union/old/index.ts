export declare function toMs(value: number): number;
export declare function toMs(value: string): number;
export declare function fromMs(ms: number): string;
