import { mount } from "./surface";
mount("panel");
