export declare function go(to: string, options?: { replace?: boolean; state?: unknown }): Promise<void>;
