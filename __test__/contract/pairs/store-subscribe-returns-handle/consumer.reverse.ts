import { observe } from "./surface";
observe("x").watch(() => {}).pause();
