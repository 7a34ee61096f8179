import { onSelection } from "./surface";
onSelection((ids) => ids.map((x) => x.trim())); onSelection(() => {});
