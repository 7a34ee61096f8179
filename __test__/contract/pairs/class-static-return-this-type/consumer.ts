import { Model } from "./surface";
class User extends Model { name = ""; }
export const n: string = User.create({ name: "x" }).name;
