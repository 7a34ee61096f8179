export declare function openFile(path: string | URL): number;
