import { onSelection } from "./surface";
onSelection((ids) => ids.sort());
