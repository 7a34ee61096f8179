export declare function Button(label: string): void;
