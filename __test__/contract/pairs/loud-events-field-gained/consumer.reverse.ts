import { onError } from "./surface";
onError("crash", ({ at }) => at.toFixed());
