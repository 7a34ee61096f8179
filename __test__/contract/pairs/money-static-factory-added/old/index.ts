export declare class Money { readonly cents: number; constructor(cents: number); static zero(): Money; plus(other: Money): Money }
