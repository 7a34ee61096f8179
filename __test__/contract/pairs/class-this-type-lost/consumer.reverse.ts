import { QueryBuilder } from "./surface";
type U = { name: string };
export class Users extends QueryBuilder<U> {
  override where<K extends "name">(k: K, v: U[K]): QueryBuilder<U> { return super.where(k, v); }
}
