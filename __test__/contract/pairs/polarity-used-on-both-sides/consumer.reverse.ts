import { savePost } from "./surface";
savePost({ id: "1" });
export {};
