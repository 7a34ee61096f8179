declare const tokenTag: unique symbol;
export interface Token { readonly [tokenTag]: "token"; readonly value: string }
export declare function issue(): Token;
export declare function verify(token: Token): boolean;
