import { render, trusted } from "./surface";
render(trusted("<b>"), "#x");
