import { schedule } from "./surface";
schedule({ afterMs: 3 }, () => {});
