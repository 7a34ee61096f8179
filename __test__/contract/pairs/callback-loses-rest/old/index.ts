export declare function onLine(run: (line: string, ...columns: number[]) => void): void;
