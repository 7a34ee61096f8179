import type { DependencyList, EffectCallback } from "react";
export declare function useDebouncedEffect(effect: () => void | (() => void), deps: DependencyList, ms?: number): void;
