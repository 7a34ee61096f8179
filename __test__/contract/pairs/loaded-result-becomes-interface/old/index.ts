export declare function loadCart(): Promise<{ items: string[]; total: number }>;
