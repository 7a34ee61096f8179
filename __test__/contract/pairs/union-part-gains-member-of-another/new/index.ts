export declare const found: { text: string; size: () => number } | { id: number; size: string } | { page: boolean };
