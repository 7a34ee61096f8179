import { clearErrors, errors } from "./surface";
const l = errors(); clearErrors();
export const t: string[] = l.filter(i => i.path).map(i => i.text).concat(String(l.total));
