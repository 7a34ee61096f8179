export declare function useCounter(start?: number): [count: number, add: (step: number) => void, reset: () => void];
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
