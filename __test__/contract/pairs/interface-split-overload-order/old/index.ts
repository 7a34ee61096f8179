export interface Hit { readonly score: number }
export interface Search {
  find(q: string): Hit;
  find(q: string | RegExp): readonly Hit[];
  readonly total: number;
}

export declare const search: Search;
