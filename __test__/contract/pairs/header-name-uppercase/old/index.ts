export type Method = Uppercase<"get" | "post">;
export declare function call(method: Method, url: string): Promise<Method>;
