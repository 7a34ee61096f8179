import { Tabs } from "./surface";
export const t = <Tabs><Tabs.Tab id="a" title="A" /><Tabs.Panel for="a">x</Tabs.Panel></Tabs>;
