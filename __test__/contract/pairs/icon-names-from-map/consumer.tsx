import { Icon, type IconName } from "./surface";
const n: IconName = "add"; const m: IconName[] = ["close", n];
export const a = m.map(x => <Icon key={x} name={x} size={2} />);
