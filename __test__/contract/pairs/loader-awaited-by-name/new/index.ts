type Loaders = { user: () => Promise<{ id: string; mail: string }>; flags: () => Promise<Record<string, boolean>>; cart: () => Promise<string[]> };
export declare function load<L extends keyof Loaders>(name: L): Promise<Awaited<ReturnType<Loaders[L]>>>;
