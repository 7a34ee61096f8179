export declare const tokenKey: unique symbol;
