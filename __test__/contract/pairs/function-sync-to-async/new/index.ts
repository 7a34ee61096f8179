export declare function loadTitle(): Promise<string>;
