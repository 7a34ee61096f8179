export type Method = "GET" | "POST";
export declare function call(method: Method, url: string): Promise<Method>;
