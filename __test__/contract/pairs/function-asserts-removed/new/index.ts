export declare function mustBeText(value: unknown): void;
