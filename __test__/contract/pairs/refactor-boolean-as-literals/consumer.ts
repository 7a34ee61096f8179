import { flag, setFlag, type Flag } from "./surface";
const f: Flag = flag("a") ?? false;
setFlag("b", !f);
