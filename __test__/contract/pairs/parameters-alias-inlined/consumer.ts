import { createUser, type CreateUserInput, type CreatedUser } from "./surface";
const i: CreateUserInput = { name: "a" }; createUser(i).then((u: CreatedUser) => u.id); export const c: CreatedUser = { id: "" }; i.mail = "x"; export const r: Record<string, unknown> = i;
