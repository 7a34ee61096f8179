import { nextNotice } from "./surface";
export const kind: string = nextNotice().kind;
