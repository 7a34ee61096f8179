interface GoOptions { replace?: boolean; state?: unknown }
export declare function go(to: string, options?: GoOptions): Promise<void>;
