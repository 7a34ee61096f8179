import { focus } from "./surface";
focus(undefined); focus("a"); const f: (id: string | undefined) => void = focus; f("x");
