import { give } from "./surface";
export const send = (v: string | number) => give({ boxed: v });
