export interface FetchOptions {
  url: string;
}
export declare function useFetch(options: FetchOptions): string | undefined;
