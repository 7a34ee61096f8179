import { Modal, confirm } from "./surface";
const m = new Modal(document.body); m.open(); m.close("x"); export class Big extends Modal { override open() { super.open(); this.close(); } } confirm("").then(x => x.isOpen && m.isOpen); export const l: Modal[] = [new Big(document.body)];
