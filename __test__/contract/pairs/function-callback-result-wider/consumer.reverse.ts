import { keep } from "./surface";
export const some: string[] = keep((v) => (v === "" ? undefined : true));
