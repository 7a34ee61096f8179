import { anchor } from "./surface";
anchor(document.body).focus();
