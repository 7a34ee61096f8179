export interface Routes { home: {}; product: { sku: string; variant: string } }
export declare function href<K extends keyof Routes>(route: K, params: Routes[K]): string;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
