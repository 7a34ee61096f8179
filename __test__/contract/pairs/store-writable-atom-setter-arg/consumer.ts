import { volume, muted } from "./surface";
volume.set(3, 100);
volume.onChange(v => v.toFixed());
muted.set();
