import { Selection } from "./surface";
class Trimmed extends Selection { override add(id: string): Selection { return super.add(id.trim()); } }
export const n: number = new Trimmed().add("a").size;
