export interface HeaderMap {
  accept: string;
  [name: string]: string;
}
