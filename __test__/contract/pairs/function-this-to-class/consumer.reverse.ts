import { QueryBuilder } from "./surface";
export class Logged extends QueryBuilder {
  override where(clause: string): QueryBuilder {
    return super.where(clause);
  }
}
