import { chart } from "./surface";
const t: chart.Theme = "dark";
chart("x", { theme: t }).destroy();
