import { Widget } from "./surface";
export class Panel extends Widget { hide() { this.root?.remove(); } }
