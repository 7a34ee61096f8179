import { Api } from "./surface";
new Api().setSize("l");
