import { derive, theme } from "./surface";
theme.set("dark"); derive(theme, t => t.length).get();
