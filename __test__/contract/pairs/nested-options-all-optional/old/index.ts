type Retry = { readonly times: number; readonly backoff: "linear" | "exp" };
type Hooks<T> = { [K in "before" | "after" as `${K}Request`]?: (ctx: { readonly url: string }) => T };
export interface RequestOptions<T = void> extends Hooks<T> { readonly retry?: false | Retry; readonly signal?: AbortSignal }
export declare function request<R>(url: string, o?: RequestOptions): Promise<R>;
export declare function abortAll(): void;
