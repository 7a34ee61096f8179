export declare function loadJson<T = any>(url: string): Promise<T>;
