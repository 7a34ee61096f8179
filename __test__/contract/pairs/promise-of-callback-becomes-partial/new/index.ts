export declare function useData<T>(options: { fn(): Promise<Partial<T>> }): T | string;
