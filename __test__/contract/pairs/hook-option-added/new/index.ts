export interface FetchOptions {
  url: string;
  retry?: number;
}
export declare function useFetch(options: FetchOptions): string | undefined;
