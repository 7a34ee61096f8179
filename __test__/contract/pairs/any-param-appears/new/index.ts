export declare function log(format: any): void;
