export interface Query {
  cursor?: string;
}
