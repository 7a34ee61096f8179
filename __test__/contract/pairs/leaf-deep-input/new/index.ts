export interface SearchOptions {
  filter: { range: { min: number; max: number | null } };
}
export declare function search(options: SearchOptions): string[];
