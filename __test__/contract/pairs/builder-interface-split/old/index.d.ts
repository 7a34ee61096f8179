export interface Query<Row, Picked = {}> {
  select<K extends keyof Row>(...keys: K[]): Query<Row, Picked & Pick<Row, K>>;
  run(): Promise<Picked[]>;
}
export declare function from<Row>(): Query<Row>;
