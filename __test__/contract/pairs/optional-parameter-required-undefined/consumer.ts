import { focus } from "./surface";
focus();
