import { settle } from "./surface";
settle([Promise.resolve(1)]).then((x) => x.map((n) => n.toFixed())); settle<string>([]).then((x) => x.join());
