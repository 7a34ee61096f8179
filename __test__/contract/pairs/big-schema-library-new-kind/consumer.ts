import { number, string, type output } from "./surface";
const tags = string().min(2).array().nonempty();
const either = string().optional().or(number().int());
export const t: output<typeof tags> = ["a"];
export const e: string | number | undefined = either.parse(1);
const r = number().transform(n => `${n}`).safeParse(1);
export const s: string = r.success ? r.data : r.error.issues.map(i => i.text).join();
