import { isOn, setFlags, type Flags } from "./surface";
const f: Flags = { search: true }; setFlags(f); if (isOn("beta")) setFlags({ beta: false });
