import { userId, userName } from "./surface";
const id = userId();
export const n: string = userName(id) + id.length;
