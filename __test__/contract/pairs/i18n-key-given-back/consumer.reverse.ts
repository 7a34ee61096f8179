import { onMissing } from "./surface";
onMissing((k) => { if (k === "common:ok") return; k.toUpperCase(); });
