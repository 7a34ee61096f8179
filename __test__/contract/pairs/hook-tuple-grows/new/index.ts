export declare function useToggle(): [boolean, () => void, (on: boolean) => void];
