export interface Hit { readonly score: number }
export interface Search {
  find(q: string): Hit;
  readonly total: number;
}
export interface Search { find(q: string | RegExp): readonly Hit[] }
export declare const search: Search;
