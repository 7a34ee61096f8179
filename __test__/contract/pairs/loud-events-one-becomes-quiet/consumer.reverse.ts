import { onError } from "./surface";
onError("crash", ({ stack }) => stack.trim());
