export declare class Money { readonly cents: number; constructor(cents: number); static zero(): Money; static parse(text: string): Money | null; plus(other: Money): Money }
