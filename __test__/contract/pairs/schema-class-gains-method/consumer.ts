import { str } from "./surface";
export const tags: string[] = str().min(2).list().nonEmpty().parse([]);
export const maybe: string | undefined = str().optional().parse("");
