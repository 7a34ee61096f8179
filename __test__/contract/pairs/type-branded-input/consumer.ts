import { removeUser } from "./surface";
removeUser("u1");
export {};
