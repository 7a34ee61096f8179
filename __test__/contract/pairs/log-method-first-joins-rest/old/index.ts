export interface Log { write(first: string, ...more: string[]): void; flush(): void }
export declare function openLog(name: string): Log;
