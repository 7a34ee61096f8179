import { setTheme } from "./surface";
setTheme("sepia");
