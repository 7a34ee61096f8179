import { cli, run } from "./surface";
run(cli("x").flag("dry"), async a => { a.dry.valueOf(); });
