export declare const META: unique symbol;
export declare const TITLE: unique symbol;
export declare function annotate(target: object, key: symbol, value: string): void;
export declare function read(target: object, key: symbol): string | undefined;
