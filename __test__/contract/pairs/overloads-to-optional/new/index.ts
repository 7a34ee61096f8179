export declare function slice(text: string, to?: number): string;
