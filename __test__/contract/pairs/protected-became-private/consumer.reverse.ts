import { Adapter, install } from "./surface";
class Pg extends Adapter<{ url: string }> { async connect() { this.log("x"); } }
install(new Pg({ url: "" }));
