export declare const flags: ReadonlyMap<string, boolean>;
