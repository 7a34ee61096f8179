export declare const flags: Map<string, boolean>;
