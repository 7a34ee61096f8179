import { admins, type Admin } from "./surface";
const a: Admin = admins()[0]!; a.rename(a.id); a.created = new Date(); export class Own implements Admin { readonly id = "a"; created = new Date(); name = ""; role = "admin" as const; rename(n: string) { this.name = n; } }
