import { provide, Token } from "./surface";
provide(Token.create<number>("n"), 1); Token.create("x").description.trim();
