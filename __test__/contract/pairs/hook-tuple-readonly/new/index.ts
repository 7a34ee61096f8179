export declare function useSize(): readonly [width: number, height: number];
