export declare function useSize(): [width: number, height: number];
