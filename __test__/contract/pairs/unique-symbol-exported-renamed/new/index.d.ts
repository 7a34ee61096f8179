export declare const mark: unique symbol;
export interface Token { readonly [mark]: true; readonly value: string }
export declare function issue(): Token;
export declare function spend(token: Token): void;
export {};
