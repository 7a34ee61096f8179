export declare function slice(text: string): string;
export declare function slice(text: string, to: number): string;
