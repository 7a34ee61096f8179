export declare function mustBeText(value: unknown): asserts value is string;
