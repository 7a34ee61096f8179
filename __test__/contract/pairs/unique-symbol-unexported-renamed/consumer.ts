import { issue, spend, type Token } from "./surface";
const token: Token = issue();
spend({ ...token, value: token.value + "x" });
