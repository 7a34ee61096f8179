import { debounce, type Options } from "./surface";
const options: Options = { signal: new AbortController().signal };
debounce(() => {}, options);
