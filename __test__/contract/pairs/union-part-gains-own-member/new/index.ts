export declare const found: { text: string; length: number } | { id: number; size: string };
