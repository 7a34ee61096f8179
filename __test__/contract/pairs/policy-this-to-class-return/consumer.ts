import { Selection } from "./surface";
class Rows extends Selection { rows() { return [...this.ids]; } }
export const r = new Rows().add("a").rows();
