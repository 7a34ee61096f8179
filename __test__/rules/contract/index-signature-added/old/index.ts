export interface HeaderMap {
  accept: string;
}
