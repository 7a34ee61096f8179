import { lazyPart, slot } from "./surface";
slot("a", <b>x</b>);
lazyPart(async () => ({ default: p => <i>{p.id}</i> }));
