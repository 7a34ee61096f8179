export declare function openFile(path: string): number;
export declare function closeFile(handle: number): void;
