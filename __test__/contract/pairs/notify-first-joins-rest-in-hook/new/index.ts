export declare function useToast(): { show(...lines: (string | Error)[]): void };
