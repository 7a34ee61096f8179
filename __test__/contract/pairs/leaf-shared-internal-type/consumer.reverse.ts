import { findUser } from "./surface";
export const mail: string | undefined = findUser("1").email;
