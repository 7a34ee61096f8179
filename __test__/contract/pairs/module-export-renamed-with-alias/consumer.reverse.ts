import { showToast } from "./surface";
showToast("x")();
