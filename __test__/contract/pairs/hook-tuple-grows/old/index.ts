export declare function useToggle(): [boolean, () => void];
