export declare function useSearch(): { readonly term: string; readonly setTerm: (next: string) => void };
