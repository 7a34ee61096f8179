import { QueryBuilder } from "./surface";
export const q: QueryBuilder = new QueryBuilder().where("a").where("b");
