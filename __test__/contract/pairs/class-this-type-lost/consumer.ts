import { QueryBuilder } from "./surface";
class Users extends QueryBuilder<{ name: string }> { active() { return this; } }
new Users("u").where("name", "x").active();
