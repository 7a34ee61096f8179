export interface Money { readonly amount: number; readonly currency: "EUR" | "USD" }
