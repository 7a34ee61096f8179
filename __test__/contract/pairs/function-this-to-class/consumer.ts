import { QueryBuilder } from "./surface";
class Paged extends QueryBuilder {
  page(n: number): this {
    return n > 0 ? this : this;
  }
}
export const q: Paged = new Paged().where("a").page(2);
