export interface Select<T, S extends keyof T = never> {
  select<K extends keyof T>(key: K): Select<T, S | K>;
}
export interface Select<T, S extends keyof T = never> {
  run(): Promise<readonly Pick<T, S>[]>;
}
