import { derive, theme } from "./surface";
derive(theme, t => ({ dark: 1, light: 2 })[t]).watch(n => n.toFixed())();
