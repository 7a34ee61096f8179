import { watch, Hub } from "./surface";
watch(() => 1, () => {}).unsubscribe(); Hub.main.add("x").add("y");
