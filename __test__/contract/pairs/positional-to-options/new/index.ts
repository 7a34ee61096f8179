export declare function toast(text: string, options?: { ms?: number; icon?: string }): void;
