export declare function ready(): Promise<{ version: string }>;
