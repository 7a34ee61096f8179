export declare function useData<T, U = T>(options: { fn(): Promise<T>; select?(data: T): U }): U | undefined;
