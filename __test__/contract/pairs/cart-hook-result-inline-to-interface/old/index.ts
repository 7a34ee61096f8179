export declare function useCartTotals(): { items: number; total: number };
