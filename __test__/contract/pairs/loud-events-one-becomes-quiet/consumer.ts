import { onError } from "./surface";
onError("fail", () => {});
