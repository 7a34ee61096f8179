export class QueryBuilder {
  where(clause: string): QueryBuilder {
    return clause ? this : this;
  }
}
