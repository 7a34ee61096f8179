export enum Align { End = 2, Start = 0, Center = 1 }
export declare function align(a: Align): Align;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
