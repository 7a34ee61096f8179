import { onBeforeLeave } from "./surface";
onBeforeLeave(async () => true);
