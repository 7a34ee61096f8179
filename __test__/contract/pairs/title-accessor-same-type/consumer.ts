import { currentTab, type Tab } from "./surface";
const t: Tab = currentTab(); t.title = t.title.trim(); t.icon = "x"; const copy = { ...t }; copy.title.trim();
