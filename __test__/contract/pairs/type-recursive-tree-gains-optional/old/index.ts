export interface TreeNode<T> { value: T; children?: TreeNode<T>[]; parent?: TreeNode<T> }
export declare function walkTree<T>(root: TreeNode<T>, visit: (node: TreeNode<T>) => void): void;
export declare function depth(root: TreeNode<unknown>): number;
export type CurrencyCode = "EUR" | "CHF" | "USD";
export type MoneyText = `${number} ${CurrencyCode}`;
export declare function moneyText(amount: number, currency: CurrencyCode): MoneyText;
export declare const currencySymbols: Readonly<Record<CurrencyCode, string>>;
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
