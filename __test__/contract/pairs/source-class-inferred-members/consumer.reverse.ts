import { Uploader } from "./surface";
const u = Uploader.to("/x");
export const s = (u.progress ?? 0) + u.url.length;
export const p = u.send(new Blob()).then(r => r.index + r.size);
