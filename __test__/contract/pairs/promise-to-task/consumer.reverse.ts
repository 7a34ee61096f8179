import { upload } from "./surface";
export const f = (b: Blob) => upload(b).cancel();
