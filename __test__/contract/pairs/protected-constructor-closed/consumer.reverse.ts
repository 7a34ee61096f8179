import { Model } from "./surface";
export class User extends Model { name = ""; constructor() { super("u"); } } export const u: Promise<User> = new User().save(); export const f = (m: Model) => m.save();
