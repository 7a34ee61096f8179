import { registerWidget, type Widget } from "./surface";
class Own implements Widget { constructor(readonly o: { id: string }) {} mount(e: Element) { e.remove(); } }
registerWidget("a", Own);
