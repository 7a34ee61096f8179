export declare function onLine(run: (line: string) => void): void;
