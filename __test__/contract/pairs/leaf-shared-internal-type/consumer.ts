import { findUser, listUsers } from "./surface";
export const mail: string = findUser("1").email;
export const mails: string[] = listUsers().map((u) => u.email.trim());
