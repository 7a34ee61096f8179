import { openEditor, type Command } from "./surface";
const c: Command[] = [{ op: "insert", at: 0, text: "a" }]; const e = openEditor(); e.apply(...c); e.apply({ op: "delete", at: 0, length: 1 }); export const t = e.text;
