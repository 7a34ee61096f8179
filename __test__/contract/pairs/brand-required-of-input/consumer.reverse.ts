import { login, logout, type Token } from "./surface";
let last: Token | undefined; login("a").then(t => { last = t; return logout(t); }); export const text = (t: Token): string => t.slice(0, 3); export const get = () => last;
