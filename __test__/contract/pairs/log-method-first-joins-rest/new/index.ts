export interface Log { write(...lines: string[]): void; flush(): void }
export declare function openLog(name: string): Log;
