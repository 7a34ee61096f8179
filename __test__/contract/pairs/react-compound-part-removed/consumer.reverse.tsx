import { Tabs, tabInfo } from "./surface";
export const v = <Tabs.Root value={tabInfo("a").value}><Tabs.List><Tabs.Tab value="a">A</Tabs.Tab></Tabs.List></Tabs.Root>;
