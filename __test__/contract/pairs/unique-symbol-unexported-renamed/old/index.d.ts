declare const tag: unique symbol;
export interface Token { readonly [tag]: true; readonly value: string }
export declare function issue(): Token;
export declare function spend(token: Token): void;
export {};
