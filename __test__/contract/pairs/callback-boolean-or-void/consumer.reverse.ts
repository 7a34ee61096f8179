import { onBeforeLeave } from "./surface";
onBeforeLeave(to => { console.log(to); });
