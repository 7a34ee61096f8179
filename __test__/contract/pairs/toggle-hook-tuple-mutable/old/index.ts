export declare function useToggle(initial: boolean): readonly [on: boolean, toggle: (next?: boolean) => void];
