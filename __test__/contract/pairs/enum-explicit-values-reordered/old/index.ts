export enum Align { Start, Center, End }
export declare function align(a: Align): Align;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
