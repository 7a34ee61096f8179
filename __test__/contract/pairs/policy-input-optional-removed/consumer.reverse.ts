import { setTitle, title } from "./surface";
setTitle(title(), { suffix: "y" });
