import { walk } from "./surface";
walk(function (n) { this.stop(); n.kind.trim(); });
