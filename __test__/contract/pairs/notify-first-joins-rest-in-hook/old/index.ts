export declare function useToast(): { show(message: string, ...details: string[]): void };
