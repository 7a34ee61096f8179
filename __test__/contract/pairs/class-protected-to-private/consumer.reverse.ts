import { Widget } from "./surface";
export class Panel extends Widget { constructor() { super("p"); } override mount() { super.mount(); } } new Panel().mount(); export const w: Widget = new Widget("x");
