declare const flagBrand: unique symbol;
export type FlagKey<T> = string & { readonly [flagBrand]: T };
export declare function flagKey<T>(name: string): FlagKey<T>;
export declare function readFlag<T>(key: FlagKey<T>, fallback: T): T;
interface Account { id: string; email: string; plan: "free" | "pro"; created: Date }
export declare function identify(account: Pick<Account, "id" | "plan">): void;
export declare const provider: string;
