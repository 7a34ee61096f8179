export declare function useDebouncedEffect(effect: () => void | (() => void), deps: readonly unknown[], ms?: number): void;
