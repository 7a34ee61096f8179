import { inject, userKey } from "./surface";
export const a: string = inject(userKey, { id: "x" }).id;
