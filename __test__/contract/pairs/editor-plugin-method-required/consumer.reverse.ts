import { use } from "./surface";
use({ id: "x", run() {}, enabled: () => true })();
