export declare function toMs(value: number | string): number;
export declare function fromMs(ms: number): string;
