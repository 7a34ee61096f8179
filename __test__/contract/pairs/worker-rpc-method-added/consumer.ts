import { terminate, worker } from "./surface";
worker.warm().then(() => worker.render(1, 2)).then(b => b.byteLength).finally(terminate);
