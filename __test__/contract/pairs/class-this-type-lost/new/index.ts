export declare class QueryBuilder<T extends object> {
  constructor(table: string);
  where<K extends keyof T>(k: K, v: T[K]): QueryBuilder<T>;
  limit(n: number): this;
  all(): Promise<T[]>;
}
export declare const dialect: string;
