import { Uid } from "./surface";
const u: Uid = Uid.from(1); export const s: string = `${u}` + new Uid("x").toString(); export class Sub extends Uid { static of() { return Sub.from(2); } }
