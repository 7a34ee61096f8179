export declare const tokenKey: symbol;
