import { use } from "./surface";
use((c, next) => (c.path === "/" ? undefined : next()));
