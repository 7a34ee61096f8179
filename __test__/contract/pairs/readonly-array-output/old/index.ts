export interface Config { tags: string[]; name: string }
export declare function loadConfig(): Config;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
