import { Toolbar, type ToolbarItem } from "./surface";
const g: ToolbarItem = { group: 1 };
export const v = <Toolbar items={[{ icon: "b", onRun() {} }]} end={g.group} />;
