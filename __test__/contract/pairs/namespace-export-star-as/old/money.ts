export type Cents = number;
export declare function format(c: Cents): string;
export declare namespace parse { const strict: (s: string) => Cents }
