export declare function toast(text: string, ms?: number): void;
