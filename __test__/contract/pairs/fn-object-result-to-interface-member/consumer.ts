import { getCaret, setCaret } from "./surface";
setCaret(getCaret()); setCaret({ line: getCaret().column });
