export declare function useCounter(start?: number): [number, (by: number) => void, () => void];
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
