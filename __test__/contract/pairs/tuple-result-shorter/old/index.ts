export declare function useToggle(initial?: boolean): readonly [on: boolean, toggle: () => void, set: (v: boolean) => void];
export declare function useCounter(step?: number): readonly [number, (by?: number) => void];
export interface HookMeta { readonly name: string }
export declare function meta(): HookMeta;
