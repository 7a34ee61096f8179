import { Uploader } from "./surface";
new Uploader("/x").pause();
