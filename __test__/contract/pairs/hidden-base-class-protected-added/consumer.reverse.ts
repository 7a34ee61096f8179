import { Panel } from "./surface";
Panel.open("x").resize(1).title.trim();
