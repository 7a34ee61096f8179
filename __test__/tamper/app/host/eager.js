// Everything in one file: for bundlers that give a host's own chunks no integrity.
import { alive } from "./alive.js";
import "./bootstrap.js";

window.alive = async () => alive;
