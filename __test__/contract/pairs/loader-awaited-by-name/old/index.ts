interface Loaders { user: () => Promise<{ id: string }>; flags: () => Promise<Record<string, boolean>> }
export declare function load<L extends keyof Loaders>(name: L): Promise<Awaited<ReturnType<Loaders[L]>>>;
