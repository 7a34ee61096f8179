export declare function useToggle(initial: boolean): [on: boolean, toggle: (next?: boolean) => void];
