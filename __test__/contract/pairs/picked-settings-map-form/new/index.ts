type All = { id: string; tags: string[]; size?: number };
export declare function pick<K extends keyof All>(...keys: K[]): Pick<All, K>;
