export declare const found: { text: string } | { id: number; size: string };
