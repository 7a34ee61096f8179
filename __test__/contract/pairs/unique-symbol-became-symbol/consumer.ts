import { META, TITLE } from "./surface";
export interface Annotated { readonly [META]: number; readonly [TITLE]: string }
export const n = (a: Annotated): number => a[META] + a[TITLE].length;
