import { idOf } from "./surface";
export const id: string | number = idOf("id");
