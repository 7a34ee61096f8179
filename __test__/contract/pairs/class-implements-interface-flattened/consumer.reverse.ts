import { Handle, openHandle } from "./surface";
const h: { dispose(): void } = openHandle();
h.dispose();
export class Wide extends Handle { override isOpen() { this.onDispose(() => {}); return false; } }
