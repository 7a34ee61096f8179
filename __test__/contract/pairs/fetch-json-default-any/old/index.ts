export declare function loadJson<T = unknown>(url: string): Promise<T>;
