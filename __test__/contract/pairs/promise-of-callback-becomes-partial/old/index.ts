export declare function useData<T>(options: { fn(): Promise<T> }): T | string;
