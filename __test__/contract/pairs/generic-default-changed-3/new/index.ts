export interface ApiResponse<T = Record<string, string>> { readonly data: T; readonly status: number }
export declare function request<T>(url: string): Promise<ApiResponse<T>>;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
