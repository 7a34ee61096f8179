export interface Select<T, S extends keyof T = never> {
  select<K extends keyof T>(key: K): Select<T, S | K>;
  run(): Promise<readonly Pick<T, S>[]>;
}
