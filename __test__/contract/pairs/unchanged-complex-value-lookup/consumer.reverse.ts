import { shallow } from "./surface";
shallow([1], [2]);
