import { Uploader } from "./surface";
const u = Uploader.to("/x");
export const s = u.progress.toFixed();
