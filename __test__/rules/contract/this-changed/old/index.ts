export class QueryBuilder {
  where(clause: string): this {
    return clause ? this : this;
  }
}
