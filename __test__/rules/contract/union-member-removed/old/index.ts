export interface Filter {
  tag?: string | string[];
}
export declare function find(filter: Filter): number;
export declare function countAll(filter?: Filter): number;
