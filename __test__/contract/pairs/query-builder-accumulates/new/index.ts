export interface Query<Row, Picked = {}> {
  select<K extends keyof Row>(key: K): Query<Row, Picked & Pick<Row, K>>;
  where<K extends keyof Row>(key: K, value: Row[K]): Query<Row, Picked>;
  run(): Promise<Picked[]>;
}
export declare function from<Row>(table: string): Query<Row>;
