export declare function useSink(sink: (...args: string[]) => void): void;
