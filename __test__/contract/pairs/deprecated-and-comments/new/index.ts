/** Closes it. @since 2 */
export declare function close(): void;
/**
 * Opens it.
 * @deprecated use `show`
 * @param href where
 */
export declare function open(href: string): void;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
