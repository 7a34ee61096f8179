export declare function useSink(sink: (first: string) => void): void;
export declare const sinks: number;
