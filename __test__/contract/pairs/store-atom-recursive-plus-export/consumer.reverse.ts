import { atom, loadable } from "./surface";
export const l = loadable(atom(Promise.resolve(1)));
