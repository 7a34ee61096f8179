declare function create(name: string): { name: string };
export { create as makeStore, create };
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
