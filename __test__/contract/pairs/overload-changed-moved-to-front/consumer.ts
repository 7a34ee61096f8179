import { get } from "./surface";
export const id: string = get("id");
