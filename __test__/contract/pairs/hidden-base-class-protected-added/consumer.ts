import { Dock, Panel } from "./surface";
Panel.open("x").resize(1, 2); Dock.main.add(Panel.open("y")); Dock.main.panels[0]?.dispose();
