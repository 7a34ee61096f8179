type Retry = { readonly times: number; readonly backoff?: "linear" | "exp" | ((n: number) => number) };
type Hooks<T> = { [K in "before" | "after" as `${K}Request`]?: (ctx: { readonly url: string; readonly attempt: number }) => T };
export interface RequestOptions<T = void> extends Hooks<T> { readonly retry?: false | Retry; readonly signal?: AbortSignal | null }
export declare function request<R>(url: string, o?: RequestOptions): Promise<R>;
export declare function abortAll(): void;
