import { Tabs } from "./surface";
export const a = <Tabs value="a"><Tabs.Tab id="a">A</Tabs.Tab></Tabs>; const { Tab } = Tabs; export const b = <Tab id="x" />;
