import { setTheme, Theme } from "./surface";
setTheme(Theme.Dark);
