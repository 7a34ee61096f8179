interface Messages { hello: { name: string }; bye: undefined }
export declare function t<K extends keyof Messages>(key: K, ...args: Messages[K] extends undefined ? [] : [values: Messages[K]]): string;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
