import { Tabs } from "./surface";
export const a = <Tabs value="a"><Tabs.Panel for="a">…</Tabs.Panel></Tabs>;
