import { render } from "./surface";
render("<b>");
