import { Panel } from "./surface";
export const a = <Panel raised><Panel.Header>x</Panel.Header></Panel>; export const b = <Panel />;
