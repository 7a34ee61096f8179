export interface ShopApi { open(): void }
export declare function install(): ShopApi;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
