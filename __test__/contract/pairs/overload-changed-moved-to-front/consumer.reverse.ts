import { get } from "./surface";
export const id: number = get("id");
