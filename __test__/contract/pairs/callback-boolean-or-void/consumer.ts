import { onBeforeLeave } from "./surface";
const c = (to: string) => to !== "/"; onBeforeLeave(c)(); onBeforeLeave(() => true);
