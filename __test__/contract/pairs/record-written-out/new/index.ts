export type Spacing = { sm: number; xs: number; lg: number };
export declare const spacing: Spacing;
export declare function useSpacing(override?: Partial<Spacing>): Spacing;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
