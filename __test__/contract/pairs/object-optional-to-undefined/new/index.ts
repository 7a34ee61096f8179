export interface Query {
  cursor: string | undefined;
}
