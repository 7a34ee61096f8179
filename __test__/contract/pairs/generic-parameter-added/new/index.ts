export interface Box<T, Meta> {
  value: T;
}
