import { Tabs } from "./surface";
export const v = <Tabs.Root value="a"><Tabs.List><Tabs.Tab value="a">A<Tabs.Badge count={2} /></Tabs.Tab></Tabs.List></Tabs.Root>;
