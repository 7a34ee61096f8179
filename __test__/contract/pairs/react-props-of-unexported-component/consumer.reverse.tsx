import { Toolbar } from "./surface";
export const v = <Toolbar items={[{ icon: "b", text: "bold", onRun() {} }]} />;
