declare const tag: unique symbol;
export interface Token { readonly [tag]: "token"; readonly value: string }
export declare function issue(): Token;
export declare function verify(token: Token): boolean;
