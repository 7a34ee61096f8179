import { onBeforeLeave } from "./surface";
onBeforeLeave((to) => to !== "/x"); onBeforeLeave(() => true);
