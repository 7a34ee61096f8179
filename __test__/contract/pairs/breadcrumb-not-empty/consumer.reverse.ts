import { breadcrumb } from "./surface";
breadcrumb(["a"]).trim(); breadcrumb(["a", "b", "c"]);
