export interface Options { delay?: number; once?: boolean; signal?: AbortSignal }
export declare function debounce<O extends Options>(run: () => void, options: O): { readonly options: O };
