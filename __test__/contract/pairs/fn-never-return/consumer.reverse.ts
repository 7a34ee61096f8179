import { fail } from "./surface";
export const m: string = fail("x").message;
export const later = (): number => { if (Math.random() > 2) { fail("a"); } return fail("b").stack?.length ?? 0; };
