import { Api } from "./surface";
class Mine extends Api { constructor() { super("/"); } h() { return this.header("x"); } }
new Mine().get("a").then(s => s.trim()); new Api("b", "t").get("c");
