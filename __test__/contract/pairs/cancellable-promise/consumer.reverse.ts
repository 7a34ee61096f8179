import { upload } from "./surface";
upload(new Blob()).cancel();
