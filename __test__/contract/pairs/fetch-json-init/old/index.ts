export declare function fetchJson<T>(url: string | URL): Promise<T>;
