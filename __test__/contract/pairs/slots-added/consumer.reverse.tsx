import { Switch } from "./surface";
export const a = <Switch checked slots={{ track: "em" }} />;
