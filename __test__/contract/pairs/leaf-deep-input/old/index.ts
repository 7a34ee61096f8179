export interface SearchOptions {
  filter: { range: { min: number; max: number } };
}
export declare function search(options: SearchOptions): string[];
