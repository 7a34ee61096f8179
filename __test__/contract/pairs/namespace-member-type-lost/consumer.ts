import { chart } from "./surface";
chart("a"); chart.version.trim();
