export declare function whenReady(): Promise<string>;
