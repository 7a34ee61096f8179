interface CartTotals { items: number; total: number }
export declare function useCartTotals(): CartTotals;
