export interface Filter {
  tag?: string;
}
export declare function find(filter: Filter): number;
export declare function countAll(filter?: Filter): number;
