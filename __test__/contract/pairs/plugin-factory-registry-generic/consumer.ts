import { registry } from "./surface";
registry.add<{ debug: boolean }>("a", o => { o.debug; }, { debug: true });
