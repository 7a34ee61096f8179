export declare const spacing: Readonly<Record<string, string>>;
