import { chunk } from "./surface";
chunk([1, 2, 3], 2)[0]!.map((n) => n.toFixed()); chunk<string>([], 1);
