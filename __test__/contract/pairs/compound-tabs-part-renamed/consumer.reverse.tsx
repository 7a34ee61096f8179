import { Tabs } from "./surface";
export const t = <Tabs><Tabs.Content for="a">x</Tabs.Content></Tabs>;
